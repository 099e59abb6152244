import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ArrivalWatch } from '../../../web/room/ArrivalWatch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A receiver that has brought something, until it is stopped. */
function flowing() {
  let flows = true;
  let last = 0;
  const receiver = {
    getSynchronizationSources: () => {
      if (flows) last = performance.now() + 1;
      return [{ timestamp: last }];
    },
  } as unknown as RTCRtpReceiver;
  return { receiver, stop: () => (flows = false), go: () => (flows = true) };
}

function watchOf(...receivers: RTCRtpReceiver[]) {
  const silence = vi.fn();
  const watch = new ArrivalWatch(() => receivers, silence);
  watch.begin();
  return { watch, silence };
}

test('when nothing arrives any more it says so once, and again only after something came', () => {
  const { receiver, stop, go } = flowing();
  const { silence } = watchOf(receiver);
  vi.advanceTimersByTime(10_000);
  expect(silence).not.toHaveBeenCalled();
  stop();
  vi.advanceTimersByTime(10_000);
  expect(silence).toHaveBeenCalledOnce();
  go();
  vi.advanceTimersByTime(1_000);
  stop();
  vi.advanceTimersByTime(2_000);
  expect(silence).toHaveBeenCalledTimes(2);
});

test('one of many that still arrives is enough', () => {
  const [one, other] = [flowing(), flowing()];
  const { silence } = watchOf(one.receiver, other.receiver);
  vi.advanceTimersByTime(2_000);
  one.stop();
  vi.advanceTimersByTime(10_000);
  expect(silence).not.toHaveBeenCalled();
});

test('where nothing ever arrived nothing is missed, and one that has ended says nothing', () => {
  const { receiver, stop } = flowing();
  const alone = watchOf();
  const { watch, silence } = watchOf(receiver);
  vi.advanceTimersByTime(2_000);
  stop();
  watch.end();
  vi.advanceTimersByTime(10_000);
  expect(silence).not.toHaveBeenCalled();
  expect(alone.silence).not.toHaveBeenCalled();
});

test('a page that stood still itself does not take that for silence', () => {
  const { receiver, stop } = flowing();
  const { silence } = watchOf(receiver);
  vi.advanceTimersByTime(2_000);
  stop();
  vi.advanceTimersByTime(500);
  // Its timers stop, as under a load or in sleep, and then one of them comes.
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 10_000);
  vi.advanceTimersByTime(250);
  expect(silence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(silence).toHaveBeenCalledOnce();
  clock.mockRestore();
});
