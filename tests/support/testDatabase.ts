import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { openDatabase } from '../../config/database.ts';

export interface TestDatabase {
  url: string;
  /** Removes it. Close every connection to it first. */
  drop(): Promise<void>;
}

/**
 * An empty database of its own: on the PostgreSQL server at TEST_DATABASE_URL when that is set, else an SQLite
 * file in a temporary folder. Migrations have not run.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? createPostgresDatabase(server) : createSqliteDatabase();
}

/** A copy of a database that nothing is connected to. @param url of one that `createTestDatabase` made */
export async function copyTestDatabase(url: string): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return createPostgresDatabase(server, new URL(url).pathname.slice(1));
  const copy = await createSqliteDatabase();
  await copyFile(fileOf(url), fileOf(copy.url));
  return copy;
}

const fileOf = (sqliteUrl: string) => sqliteUrl.slice('sqlite:'.length);

export async function createSqliteDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'peerlearn-db-'));
  return {
    url: `sqlite:${join(folder, 'test.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function createPostgresDatabase(server: string, template = 'template1'): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, (knex) => knex.raw('create database ?? template ??', [name, template]));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, (knex) => knex.raw('drop database ?? with (force)', [name])),
  };
}

async function onServer(url: string, act: (knex: Knex) => Promise<unknown>) {
  const knex = openDatabase(url);
  await act(knex);
  await knex.destroy();
}
