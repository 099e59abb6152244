// @vitest-environment happy-dom
import { QueryObserver } from '@tanstack/solid-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import { queryClient } from '../../web/lib/queryClient.ts';

/** A page that shows `key`, with its questions answered by hand. */
function show(key: string) {
  const answers: ((seats: number) => void)[] = [];
  const ask = vi.fn(() => new Promise<number>((resolve) => answers.push(resolve)));
  const observer = new QueryObserver<number>(queryClient, { queryKey: [key], queryFn: ask });
  onTestFinished(observer.subscribe(() => undefined));
  const seen = () => observer.getCurrentResult().data;
  return { answers, ask, seen };
}

test('what changes while the page asks for the first time is asked for again (LIVE-1)', async () => {
  const { answers, ask, seen } = show('first');
  void queryClient.invalidateQueries();
  answers[0]?.(1);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  expect(seen()).toBe(1);
  answers[1]?.(2);
  await vi.waitFor(() => expect(seen()).toBe(2));
  expect(ask).toHaveBeenCalledTimes(2);
});

test('what changes often meanwhile is asked for again once', async () => {
  const { answers, ask, seen } = show('often');
  for (let change = 0; change < 3; change += 1) void queryClient.invalidateQueries({ queryKey: ['often'] });
  answers[0]?.(1);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  answers[1]?.(2);
  await vi.waitFor(() => expect(seen()).toBe(2));
  expect(ask).toHaveBeenCalledTimes(2);
});

test('an older answer does not stay in the place of what an event has told', async () => {
  const { answers, ask, seen } = show('told');
  answers[0]?.(1);
  await vi.waitFor(() => expect(seen()).toBe(1));
  void queryClient.invalidateQueries({ queryKey: ['told'] });
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  queryClient.askAgainAfter({ queryKey: ['told'] });
  queryClient.setQueryData(['told'], 2);
  answers[1]?.(1);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(3));
  answers[2]?.(2);
  await vi.waitFor(() => expect(seen()).toBe(2));
});

test('what is not meant is not asked for again', async () => {
  const { answers, ask, seen } = show('other');
  void queryClient.invalidateQueries({ queryKey: ['another'] });
  answers[0]?.(1);
  await vi.waitFor(() => expect(seen()).toBe(1));
  expect(queryClient.isFetching()).toBe(0);
  expect(ask).toHaveBeenCalledOnce();
});
