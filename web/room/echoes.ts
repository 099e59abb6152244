/** As many and as often as packets of sound in one second. */
const messages = 50;
const everyMs = 20;
/** An echo that takes longer came too late to be heard. */
const lateMs = 1_000;

/**
 * Sends numbered messages and counts how they come back.
 * @returns the median time there and back, and the share that did not come back in time
 * @throws Error when nothing came back
 */
export async function echoes(channel: RTCDataChannel): Promise<{ roundTripMs: number; lostShare: number }> {
  const sentAt = new Map<number, number>();
  const roundTrips: number[] = [];
  channel.binaryType = 'arraybuffer';
  const all = Promise.withResolvers<void>();
  channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
    const [number = -1] = new Uint8Array(data);
    const at = sentAt.get(number);
    if (at === undefined) return;
    sentAt.delete(number);
    roundTrips.push(performance.now() - at);
    if (roundTrips.length === messages) all.resolve();
  });
  await sendAll(channel, (number) => sentAt.set(number, performance.now()));
  const late = setTimeout(all.resolve, lateMs);
  await all.promise;
  clearTimeout(late);
  const median = roundTrips.toSorted((a, b) => a - b)[Math.floor(roundTrips.length / 2)];
  if (median === undefined) throw new Error('nothing came back');
  return { roundTripMs: Math.round(median), lostShare: 1 - roundTrips.length / messages };
}

async function sendAll(channel: RTCDataChannel, sent: (number: number) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    let number = 0;
    const timer = setInterval(() => {
      if (number === messages || channel.readyState !== 'open') {
        clearInterval(timer);
        return resolve();
      }
      sent(number);
      // As long as a packet of sound.
      channel.send(new Uint8Array(100).fill(number));
      number += 1;
    }, everyMs);
  });
}
