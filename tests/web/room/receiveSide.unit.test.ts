import { expect, it, vi } from 'vitest';
import type { ConsumerView } from '../../../media/contracts/signalling.ts';
import { Events } from '../../../web/room/Events.ts';
import { ReceiveSide } from '../../../web/room/ReceiveSide.ts';
import type { RoomEvents } from '../../../web/room/roomTypes.ts';

type Device = Parameters<ReceiveSide['open']>[0];
type Signalling = Parameters<ReceiveSide['open']>[2];

const view = (id: string, source: ConsumerView['source'] = 'screen'): ConsumerView => ({
  ...{ id, producerId: `producer of ${id}`, peerId: 'asha', source },
  kind: source === 'screen' || source === 'camera' ? 'video' : 'audio',
  ...{ rtpParameters: {}, producerPaused: false },
});

/** A receiving side on a transport without a network, and what it says of screens, in order. */
async function openSide() {
  const events = new Events<RoomEvents>();
  const said: string[] = [];
  events.on('trackAdded', ({ source, track }) => said.push(`${source} by ${track.id}`));
  events.on('trackRemoved', ({ source }) => said.push(`${source} is gone`));
  /** What the node has for this page. */
  const present: ConsumerView[] = [];
  let ready: Promise<void> | undefined;
  const createRecvTransport = () => {
    const transport = {
      closed: false,
      on: () => undefined,
      close: () => (transport.closed = true),
      consume: async ({ id }: { id: string }) => {
        await ready;
        return { track: { id }, close: vi.fn() };
      },
    };
    return transport;
  };
  const signalling = {
    request: (name: string) =>
      Promise.resolve(name === 'startConsuming' ? { consumers: [...present], decodable: ['VP8'] } : {}),
  } as unknown as Signalling;
  const side = new ReceiveSide(events, () => undefined);
  const device = { createRecvTransport, recvRtpCapabilities: {} } as unknown as Device;
  const open = () => side.open(device, {} as Parameters<ReceiveSide['open']>[1], signalling);
  await open();
  return { side, said, present, open, hold: (until: Promise<void>) => void (ready = until) };
}

/** A screen whose former consumer ends while its successor is being prepared. */
async function openReplacing() {
  const { side, said, hold } = await openSide();
  await side.add([view('vp9')]);
  const ready = Promise.withResolvers<void>();
  hold(ready.promise);
  const adding = side.add([view('vp8')]);
  side.remove('vp9');
  const prepared = async () => {
    ready.resolve();
    await adding;
  };
  return { side, said, prepared };
}

it('who begins to send, or ends, while the page asks what there is, is heard and gone (ROOM-4)', async () => {
  const { side, said, present, open } = await openSide();
  present.push(view('third'), view('second', 'camera'));
  const opening = open();
  const told = side.add([view('first', 'microphone')]);
  side.remove('second');
  await Promise.all([opening, told]);
  expect(said.toSorted()).toEqual(['microphone by first', 'screen by third']);
});

it('a source that is sent anew, in another codec, keeps its tile (ROOM-13)', async () => {
  const { side, said, prepared } = await openReplacing();
  await prepared();
  expect(said).toEqual(['screen by vp9', 'screen by vp8']);
  side.remove('vp8');
  expect(said.at(-1)).toBe('screen is gone');
});

it('tiles stay while media is opened anew, but for what is not there any more (ROOM-14)', async () => {
  const { side, said, present, open } = await openSide();
  await side.add([view('first'), view('voice', 'microphone')]);
  said.length = 0;
  present.push(view('second'));
  await open();
  expect(said).toEqual(['microphone is gone', 'screen by second']);
  side.closeTransport();
  expect(said.at(-1)).toBe('screen is gone');
});

it('a successor that never comes takes the tile with it', async () => {
  const { side, said, prepared } = await openReplacing();
  side.remove('vp8');
  await prepared();
  expect(said).toEqual(['screen by vp9', 'screen is gone']);
});
