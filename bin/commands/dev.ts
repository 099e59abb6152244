import { join } from 'node:path';
import { projectRoot } from '../../config/settings.ts';
import { configure } from '../launcher/environment.ts';
import { launch } from '../launcher/launch.ts';
import { runCommand } from '../terminal/runCommand.ts';

// The browser talks to Vite, which reloads what changed and passes the rest on to the api.
await runCommand(async () => {
  const webPort = process.env.WEB_PORT ?? '5173';
  const configured = configure({ PUBLIC_URL: `http://localhost:${webPort}`, WEB_PORT: webPort });
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
  return launch(configured, {
    nodeArgs: ['--watch', '--watch-preserve-output'],
    extra: [{ name: 'web', args: [vite, '--config', join(projectRoot, 'web/vite.config.ts')] }],
    onReady: () =>
      console.log(`\nPeerLearn is ready: ${configured.settings.publicUrl}   (Ctrl-C stops it)\n`),
  });
});
