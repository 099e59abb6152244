import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { Redis } from 'ioredis';
import { expect, vi } from 'vitest';
import { createLogger } from '../../config/logger.ts';
import { connectRedis } from '../../config/redis.ts';
import { loadSettings, type Settings } from '../../config/settings.ts';
import { factsStream, roomFact, type RoomFact } from '../../media/contracts/facts.ts';
import { mediaCommandsStream, type MediaCommand } from '../../media/contracts/nodes.ts';
import type { TicketClaims } from '../../media/contracts/ticket.ts';
import { startMedia } from '../../media/server.ts';
import { RoomClient, type RoomClientOptions } from '../load/clients/RoomClient.ts';
import { signTicket } from '../load/clients/signTicket.ts';
import { openTestRedis } from '../support/testRedis.ts';

export const ticketSecret = 'the ticket secret of the media tests';

const settingsOf = (redisUrl: string, media: Partial<Settings['media']>): Settings => {
  const settings = loadSettings({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    JWT_SECRET: 'a secret that the media node never uses',
    DATA_SECRET: 'another secret that it never uses, long enough',
    TICKET_SECRET: ticketSecret,
    REDIS_URL: redisUrl,
    MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN,
    MEDIA_WORKERS: '1',
  });
  return {
    ...settings,
    media: { ...settings.media, port: 0, rtc: { ...settings.media.rtc, firstPort: 0 }, ...media },
  };
};

/** What a ticket says, with a new person, lesson and room unless given. */
export function claims(overrides: Partial<TicketClaims> = {}): TicketClaims {
  return {
    sub: randomUUID(),
    sessionId: randomUUID(),
    roomCode: randomUUID(),
    role: 'learner',
    name: 'Asha',
    pictureUrl: null,
    ...overrides,
  };
}

/** Two people's claims for one room. */
export function twoClaims(): [TicketClaims, TicketClaims] {
  const mentor = claims({ role: 'mentor', name: 'Ravi', pictureUrl: null });
  return [
    mentor,
    { ...mentor, sub: randomUUID(), role: 'learner', name: 'Asha', pictureUrl: '/files/pictures/asha.webp' },
  ];
}

/** A media node of ours in this process, with real workers, a real Redis and any free ports. */
export async function startNode(
  media: Partial<Settings['media']> = {},
  recording: Partial<Settings['recording']> = {},
) {
  const testRedis = await openTestRedis();
  const known = settingsOf(testRedis.url, media);
  const settings = { ...known, recording: { ...known.recording, ...recording } };
  const node = await startMedia(settings, createLogger('media', settings));
  const redis: Redis = connectRedis(testRedis.url, { blocking: true });
  const { url } = node;
  // Nobody is led to a node before it has told Redis of itself.
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 20_000 });
  return {
    url,
    redis,
    settings,
    ticket: (of: TicketClaims) => signTicket(of, ticketSecret),
    join: async (of: TicketClaims, options: Partial<RoomClientOptions> = {}) =>
      RoomClient.join({ url, ticket: await signTicket(of, ticketSecret), ...options }),
    facts: () => readFacts(redis),
    command: async (command: MediaCommand) => {
      await redis.xadd(mediaCommandsStream, '*', 'command', JSON.stringify(command));
    },
    gauge: (name: string) => readGauge(url, name),
    closeNode: () => node.close(),
    close: async () => {
      await node.close();
      redis.disconnect();
      await testRedis.close();
    },
  };
}

export type TestNode = Awaited<ReturnType<typeof startNode>>;

async function readFacts(redis: Redis): Promise<RoomFact[]> {
  const entries = await redis.xrange(factsStream, '-', '+');
  return entries.map(([, [field, json = '']]) => {
    if (field !== 'fact') throw new Error(`an entry with the field ${field}`);
    return roomFact.parse(JSON.parse(json));
  });
}

/** Sum of a gauge's values over its labels. */
async function readGauge(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  if (lines.length === 0) throw new Error(`no metric ${name}`);
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

/** Process ids of the mediasoup workers that this process has started. */
export async function workerPids(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,comm=', '--ppid', String(process.pid)]);
  const lines = stdout
    .split('\n')
    .filter((line) => line.includes('mediasoup-work') && !line.includes('defunct'));
  return lines.map((line) => Number.parseInt(line, 10));
}
