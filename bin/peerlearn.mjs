#!/usr/bin/env node
// The one entry behind every npm script. It runs on any Node from 20 on with nothing installed: it brings
// Node 24 and the npm packages, then hands over to the TypeScript in bin/commands, which Node 24 runs as it is.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { handOver } from './bootstrap/handOver.mjs';
import { ensureNodeModules } from './bootstrap/nodeModules.mjs';
import { ensureNodeRuntime } from './bootstrap/nodeRuntime.mjs';
import { BootstrapError } from './bootstrap/BootstrapError.mjs';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const commandsFolder = join(root, 'bin/commands');
const [command = '', ...args] = process.argv.slice(2);

// Tests must not see the operator's settings: a DATABASE_URL there may be the real one.
const commandsWithEnvFile = ['start', 'dev', 'migrate', 'create-admin'];
// What an installation in production runs: with it the packages for development are not brought.
const productionCommands = ['start', 'create-admin'];

/** `create-admin` is in createAdmin.ts. */
const fileOf = (name) => `${name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}.ts`;
const nameOf = (file) => file.replace(/\.ts$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function main() {
  const script = join(commandsFolder, fileOf(command));
  if (!/^[a-z]+(-[a-z]+)*$/.test(command) || !existsSync(script)) {
    const known = readdirSync(commandsFolder).map(nameOf);
    throw new BootstrapError(`Usage: node bin/peerlearn.mjs <${known.join('|')}> [arguments]`);
  }
  const withEnvFile = commandsWithEnvFile.includes(command) && existsSync(join(root, '.env'));
  if (withEnvFile) process.loadEnvFile?.(join(root, '.env'));
  const runtime = await ensureNodeRuntime(root);
  const withDevelopment = !productionCommands.includes(command) || process.env.NODE_ENV !== 'production';
  await ensureNodeModules({ root, runtime, withDevelopment });
  handOver({ root, runtime, script, args });
}

main().catch((error) => {
  console.error(error instanceof BootstrapError ? error.message : error);
  process.exit(1);
});
