import { randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { SignJWT } from 'jose';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkAudience, checkNamespace } from '../../media/contracts/check.ts';
import { ticketAudience } from '../../media/contracts/ticket.ts';
import { askProbe, openProbe } from './openProbe.ts';
import { startNode, ticketSecret, type TestNode } from './startNode.ts';

let node: TestNode;
const v4 = '127.0.0.1';
const v6 = '::1';
const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === v6));
const addresses = hasIPv6 ? [v4, v6] : [v4];
beforeAll(async () => {
  if (!hasIPv6) process.stdout.write('LEFT OUT: media over IPv6. This machine has no ::1.\n');
  const listened = addresses.map((ip) => ({ ip, announcedAddress: undefined }));
  node = await startNode({ rtc: { firstPort: 0, addresses: listened } });
});
afterAll(() => node.close());

function sign({ audience = checkAudience, sub = String(randomUUID()), secret = ticketSecret } = {}) {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(audience)
    .setExpirationTime('60s')
    .sign(new TextEncoder().encode(secret));
}

/** @returns the refusal's words, or the open socket */
async function connect(auth: object): Promise<Socket> {
  const socket = io(`${node.url}${checkNamespace}`, {
    ...{ auth, transports: ['websocket'], reconnection: false, forceNew: true },
  });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

const anyFingerprint = Array.from({ length: 32 }, () => 'AB').join(':');

describe('the check before a lesson (ROOM-2)', () => {
  it('sends back what comes in, over a real transport, and closes with its socket', async () => {
    const before = await node.gauge('media_transports');
    const socket = await connect({ ticket: await sign() });
    const { send, echoes } = await openProbe(socket);
    for (let sent = 0; sent < 5; sent++) send();
    await expect.poll(() => echoes).toEqual([100, 100, 100, 100, 100]);
    expect(await node.gauge('media_transports')).toBe(before + 1);
    socket.disconnect();
    await expect.poll(() => node.gauge('media_transports')).toBe(before);
  });

  it.each(addresses)('reaches %s, over the port that all transports share (ROOM-19)', async (address) => {
    const socket = await connect({ ticket: await sign() });
    const { send, echoes } = await openProbe(socket, address);
    send();
    await expect.poll(() => echoes).toEqual([100]);
  });

  it('offers only the protocol that is tried', async () => {
    const socket = await connect({ ticket: await sign() });
    for (const protocol of ['udp', 'tcp'] as const) {
      const answer = await askProbe(socket, { protocol, fingerprint: anyFingerprint });
      if ('refused' in answer) throw new Error(answer.refused);
      expect(
        answer.probe.iceCandidates.map((candidate) => `${candidate.protocol} ${candidate.address}`),
      ).toEqual(addresses.map((address) => `${protocol} ${address}`));
    }
  });

  it.each([
    ['no ticket', () => Promise.resolve({})],
    ['a ticket that is for a room', async () => ({ ticket: await sign({ audience: ticketAudience }) })],
    [
      'another secret',
      async () => ({ ticket: await sign({ secret: 'not the secret of this node, but as long' }) }),
    ],
    ['nobody', async () => ({ ticket: await sign({ sub: 'nobody' }) })],
  ])('is refused to %s', async (_, auth) => {
    await expect(connect(await auth())).rejects.toThrow('the ticket is not valid');
  });

  it('gives a ticket for checks no place in a room', async () => {
    const socket = io(node.url, {
      ...{ auth: { ticket: await sign() }, transports: ['websocket'], reconnection: false, forceNew: true },
    });
    onTestFinished(() => void socket.disconnect());
    const refused = new Promise<Error & { data?: unknown }>((resolve) =>
      socket.once('connect_error', resolve),
    );
    expect((await refused).data).toMatchObject({ code: 'bad_ticket' });
  });

  it('refuses what is no request, and a fourth probe', async () => {
    const socket = await connect({ ticket: await sign() });
    for (const request of [
      null,
      {},
      { protocol: 'sctp', fingerprint: anyFingerprint },
      { protocol: 'udp', fingerprint: 'AB' },
    ]) {
      expect(await askProbe(socket, request)).toEqual({ refused: 'bad_request' });
    }
    const request = { protocol: 'udp', fingerprint: anyFingerprint };
    const answers = await Promise.all([1, 2, 3, 4].map(() => askProbe(socket, request)));
    expect(answers.filter((answer) => 'probe' in answer)).toHaveLength(3);
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'busy' }]);
  });

  it('is not repeated without end by one person', async () => {
    const ticket = await sign();
    for (let round = 0; round < 12; round++) (await connect({ ticket })).disconnect();
    await expect(connect({ ticket })).rejects.toThrow('this person has checked too often');
    await connect({ ticket: await sign() });
  });
});
