import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requests, type RequestName } from '../../media/contracts/signalling.ts';
import { ticketAudience } from '../../media/contracts/ticket.ts';
import { formatsOf } from '../load/clients/formats.ts';
import { SignallingClient } from '../load/clients/SignallingClient.ts';
import { signTicket } from '../load/clients/signTicket.ts';
import { claims, startNode, ticketSecret, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

const connect = async (of = claims()) =>
  SignallingClient.connect(node.url, { ticket: await node.ticket(of) });
const code = (refused: string) => expect.objectContaining({ code: refused }) as Error;

describe('the handshake', () => {
  const ticketCases: [string, () => Promise<string>][] = [
    ['garbage', () => Promise.resolve('garbage')],
    ['another secret', () => signTicket(claims(), 'not the secret of this node, but as long')],
    ['another audience', () => signTicket(claims(), ticketSecret, { audience: 'peerlearn-web' })],
    ['an expiry that is past', () => signTicket(claims(), ticketSecret, { expiresAt: new Date(0) })],
    ['claims that are not ours', () => signTicket(claims({ sub: 'me' }), ticketSecret)],
  ];
  it.each(ticketCases)('refuses a ticket with %s', async (_, make) => {
    await expect(SignallingClient.connect(node.url, { ticket: await make() })).rejects.toThrow(
      code('bad_ticket'),
    );
  });

  it('accepts the same claims when all is right', async () => {
    const ticket = await signTicket(claims(), ticketSecret, { audience: ticketAudience });
    const client = await SignallingClient.connect(node.url, { ticket });
    client.close();
  });

  it.each([{}, { ticket: 7 }, { peerId: 'x', resumeToken: 'y' }])('refuses %j', async (auth) => {
    await expect(SignallingClient.connect(node.url, auth)).rejects.toThrow(code('bad_request'));
  });

  it('resumes nobody with a wrong token or an unknown place', async () => {
    const client = await connect();
    const { peerId, resumeToken } = await client.request('join', {});
    const wrong = resumeToken.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    await expect(SignallingClient.connect(node.url, { peerId, resumeToken: wrong })).rejects.toThrow(
      code('not_found'),
    );
    await expect(SignallingClient.connect(node.url, { peerId: randomUUID(), resumeToken })).rejects.toThrow(
      code('not_found'),
    );
    await client.request('leave', {});
    await expect(SignallingClient.connect(node.url, { peerId, resumeToken })).rejects.toThrow(
      code('not_found'),
    );
  });

  it('lets in pages of our own origin only', async () => {
    const poll = (origin: string) =>
      fetch(`${node.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } });
    const own = await poll(node.settings.publicUrl);
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([
      200,
      node.settings.publicUrl,
    ]);
    expect((await poll('https://elsewhere.example')).status).toBe(403);
  });
});

describe('a request', () => {
  it('is refused before the place is taken', async () => {
    const client = await connect();
    await expect(client.request('reopenMedia', {})).rejects.toThrow(code('not_joined'));
    client.close();
  });

  const notRequests: unknown[] = [
    null,
    7,
    'join',
    {},
    { id: randomUUID(), name: 'fly', data: {} },
    { id: 'short', name: 'join', data: {} },
    { id: randomUUID(), name: '__proto__', data: {} },
  ];
  it.each(notRequests)('is refused when it is %j', async (envelope) => {
    const client = await connect();
    expect(await client.send(envelope)).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    client.close();
  });

  const malformed: Record<RequestName, unknown[]> = {
    join: [null, 'please', { tab: 'this one' }, { takeOver: 'yes' }],
    reopenMedia: [7],
    startConsuming: [{}, { rtpCapabilities: 'all' }, { rtpCapabilities: { codecs: 'opus' } }],
    connectTransport: [{}, { transportId: 'x', dtlsParameters: {} }, { transportId: randomUUID() }],
    restartIce: [{}, { transportId: 4 }],
    produce: [{}, { transportId: randomUUID(), source: 'webcam', kind: 'video' }],
    setProducerPaused: [{}, { producerId: randomUUID(), paused: 'yes' }],
    closeProducer: [{}, { producerId: [] }],
    resumeConsumers: [{}, { consumerIds: Array.from({ length: 501 }, () => randomUUID()) }],
    showConsumer: [{}, { consumerId: randomUUID(), tile: { width: -1, height: 0 } }],
    leave: [null],
    ping: [null],
    raiseHand: [{}, { raised: 1 }],
    react: [{}, { reaction: 'shrug' }],
    heedSilence: [{}, { source: 'everything' }],
    moderate: [{}, { peerId: randomUUID(), act: 'unmute' }, { peerId: 'all', act: 'mute' }],
    setRoomLocked: [{}, { locked: null }],
    knock: [null],
    answerKnock: [{}, { userId: randomUUID() }, { userId: 7, admit: true }],
    say: [{}, { clientId: randomUUID(), to: null, text: ' \n ' }, { clientId: 'x', to: null, text: 'Hello' }],
    typing: [{}, { to: 'everybody' }],
    chatHistory: [7, { since: -1 }, { before: 0 }],
    changeTopics: [
      {},
      { clientId: randomUUID(), did: { act: 'tick', topic: 'first' } },
      { clientId: randomUUID(), did: { act: 'add', topic: '1', title: 'Why?' } },
    ],
    topicHistory: [{}, { since: -1 }],
    reportQuality: [{}, { way: 'pigeon', roundTripMs: 1, send: null, receive: [], heldBackShare: 0 }],
  };
  it.each(Object.keys(requests) as RequestName[])('%s is refused when malformed', async (name) => {
    const client = await connect();
    await client.request('join', {});
    for (const data of malformed[name]) {
      expect(await client.send({ id: randomUUID(), name, data })).toMatchObject({
        ok: false,
        error: { code: 'bad_request' },
      });
    }
    client.close();
  });

  it('is refused where mediasoup finds fault with it', async () => {
    const client = await connect();
    const { media } = await client.request('join', {});
    const transportId = media.sendTransport.id;
    const produce = (rtpParameters: Record<string, unknown>, kind: 'audio' | 'video' = 'audio') =>
      client.request('produce', { transportId, source: 'microphone', kind, paused: false, rtpParameters });
    await expect(produce({})).rejects.toThrow(code('bad_request'));
    await expect(produce({ codecs: [{ mimeType: 'audio/x' }] })).rejects.toThrow(code('bad_request'));
    const { rtpParameters } = formatsOf(media.routerRtpCapabilities);
    await expect(produce(rtpParameters('video', 1), 'video')).rejects.toThrow(code('bad_request'));
    await expect(
      client.request('connectTransport', { transportId, dtlsParameters: { fingerprints: [{}] } }),
    ).rejects.toThrow(code('bad_request'));
    client.close();
  });

  it('about things that are not there says so', async () => {
    const client = await connect();
    const { media } = await client.request('join', {});
    const [transportId, producerId, consumerId] = [randomUUID(), randomUUID(), randomUUID()];
    const missing = code('not_found');
    await expect(client.request('restartIce', { transportId })).rejects.toThrow(missing);
    await expect(client.request('closeProducer', { producerId })).rejects.toThrow(missing);
    await expect(client.request('showConsumer', { consumerId, tile: null })).rejects.toThrow(missing);
    const { iceParameters } = await client.request('restartIce', { transportId: media.recvTransport.id });
    expect(iceParameters.usernameFragment).not.toBe(media.recvTransport.iceParameters.usernameFragment);
    client.close();
  });

  it('that is repeated is answered from memory, also over a new socket', async () => {
    const [mentor, learner] = twoClaims();
    const client = await node.join(mentor);
    const other = await node.join(learner);
    const { setup } = client.media;
    const data = {
      transportId: setup.sendTransport.id,
      source: 'microphone' as const,
      kind: 'audio' as const,
      rtpParameters: formatsOf(setup.routerRtpCapabilities).rtpParameters('audio', 4711),
      paused: false,
    };
    const id = randomUUID();
    const [first, meanwhile] = await Promise.all([
      client.signalling.request('produce', data, id),
      client.signalling.request('produce', data, id),
    ]);
    await client.resume();
    const again = await client.signalling.request('produce', data, id);
    expect([meanwhile.producerId, again.producerId]).toEqual([first.producerId, first.producerId]);
    expect(await node.gauge('media_producers')).toBe(1);
    await expect.poll(() => other.consumers.size).toBe(1);
    await client.leave();
    await other.leave();
  });
});
