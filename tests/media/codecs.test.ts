import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatsOf } from '../load/clients/formats.ts';
import { startNode, twoClaims, type TestNode } from './startNode.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.close());

type Capabilities = { codecs: { mimeType: string; parameters?: Record<string, unknown> }[] };

describe('what everybody can decode (ROOM-4)', () => {
  it('is told to those who are here when someone comes who cannot follow, and when they leave', async () => {
    const [teaching, learning] = twoClaims();
    const mentor = await node.join(teaching);
    const { routerRtpCapabilities } = mentor.media.setup;
    const every = await mentor.signalling.request('startConsuming', {
      rtpCapabilities: routerRtpCapabilities,
    });
    expect(every.decodable).toEqual(['VP8', 'VP9', 'H264']);
    const told = () =>
      mentor.signalling.events.filter(({ name }) => name === 'decodableChanged').map(({ data }) => data);
    const before = told().length;
    // The clients of these tests know no video codec but VP8.
    const learner = await node.join(learning);
    await expect.poll(() => told().slice(before)).toEqual([{ decodable: ['VP8'] }]);
    const { rtpCapabilities } = formatsOf(routerRtpCapabilities);
    const answer = await learner.signalling.request('startConsuming', { rtpCapabilities });
    expect(answer.decodable).toEqual(['VP8']);
    await learner.leave();
    await expect.poll(() => told().at(-1)).toEqual({ decodable: ['VP8', 'VP9', 'H264'] });
    await mentor.leave();
  });
});

describe('Opus (ROOM-4)', () => {
  it('is agreed on with FEC and DTX; redundant audio (RFC 2198) is not, as the worker has none', async () => {
    const [teaching] = twoClaims();
    const mentor = await node.join(teaching);
    const { codecs } = mentor.media.setup.routerRtpCapabilities as Capabilities;
    const audio = codecs.filter(({ mimeType }) => mimeType.startsWith('audio/'));
    expect(audio).toMatchObject([{ mimeType: 'audio/opus', parameters: { useinbandfec: 1, usedtx: 1 } }]);
    await mentor.leave();
  });
});
