import { createDecipheriv, createECDH, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Knex } from 'knex';
import { LogInRow } from '../../api/accounts/model.ts';
import { issueRefreshToken } from '../../api/accounts/refreshTokens.ts';
import { PushSubscriptionRow } from '../../api/push/model.ts';

export interface PushedMessage {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface TestPushService {
  url: string;
  /** Messages in the order in which they came, whatever they were answered. */
  pushed: PushedMessage[];
  /** How the paths of this service answer from now on; 201 unless said otherwise. */
  answer: (path: string, status: number, headers?: Record<string, string>) => void;
  /** From now on calls wait for their answer. */
  hold: () => void;
  held: () => number;
  release: () => void;
  close: () => Promise<void>;
}

/** A push service (RFC 8030) on this machine. */
export async function startPushService(): Promise<TestPushService> {
  const pushed: PushedMessage[] = [];
  const answers = new Map<string, { status: number; headers: Record<string, string> }>();
  const waiting = new Map<ServerResponse, () => void>();
  let holding = false;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const path = request.url ?? '';
      pushed.push({ path, headers: request.headers, body });
      const { status, headers } = answers.get(path) ?? { status: 201, headers: {} };
      const reply = () => response.writeHead(status, headers).end();
      if (!holding) return reply();
      waiting.set(response, reply);
      return response.on('close', () => waiting.delete(response));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pushed,
    answer: (path, status, headers = {}) => void answers.set(path, { status, headers }),
    hold: () => void (holding = true),
    held: () => waiting.size,
    release: () => {
      holding = false;
      for (const reply of waiting.values()) reply();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a browser keeps for itself when it subscribes, and what it hands out. */
export function createBrowserKeys() {
  const pair = createECDH('prime256v1');
  const own = pair.generateKeys();
  const auth = randomBytes(16);
  return {
    keys: { p256dh: own.toString('base64url'), auth: auth.toString('base64url') },
    /** Opens a message as a browser does (RFC 8291, 3.4; RFC 8188, 2). */
    open(body: Buffer): string {
      const [salt, keyLength] = [body.subarray(0, 16), body.readUInt8(20)];
      const sender = body.subarray(21, 21 + keyLength);
      const sealed = body.subarray(21 + keyLength);
      const about = Buffer.concat([Buffer.from('WebPush: info\0'), own, sender]);
      const shared = hkdfSync('sha256', pair.computeSecret(sender), auth, about, 32);
      const derive = (use: string, bytes: number) =>
        Buffer.from(hkdfSync('sha256', Buffer.from(shared), salt, `Content-Encoding: ${use}\0`, bytes));
      const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
      cipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
      return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
    },
  };
}

/** A log-in of someone, used now. */
export async function buildLogIn(knex: Knex, userId: string): Promise<LogInRow> {
  const at = new Date().toISOString();
  const row = { id: randomUUID(), userId, userAgent: '', createdAt: at, lastUsedAt: at, endedAt: null };
  await LogInRow.query(knex).insert(row);
  // Without one that is good it would be cleaned away.
  await issueRefreshToken(knex, { userId, familyId: row.id, now: new Date(), lifetimeSeconds: 3600 });
  return LogInRow.query(knex).findById(row.id).throwIfNotFound();
}

/** A subscribed browser of someone, logged in; `path` is where the push service knows it. */
export async function buildBrowser(knex: Knex, service: { url: string }, userId: string) {
  const browser = createBrowserKeys();
  const path = `/push/${randomUUID()}`;
  const logIn = await buildLogIn(knex, userId);
  const row = {
    ...{ id: randomUUID(), userId, logInId: logIn.id, endpoint: `${service.url}${path}` },
    ...{ ...browser.keys, createdAt: new Date().toISOString() },
  };
  await PushSubscriptionRow.query(knex).insert(row);
  return { ...browser, path, subscriptionId: row.id, logInId: logIn.id };
}
