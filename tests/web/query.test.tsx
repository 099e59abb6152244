// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query';
import { render, screen } from '@solidjs/testing-library';
import { Suspense } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { useQuery } from '../../web/lib/query.ts';

test('a background fetch leaves what is shown, its focus and its state in the document (ERR, LIVE-2)', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(['seats'], 3);
  let answer: (seats: number) => void = () => undefined;
  const ask = vi.fn(() => new Promise<number>((resolve) => (answer = resolve)));
  function Seats() {
    const seats = useQuery(() => ({ queryKey: ['seats'], queryFn: ask, staleTime: Infinity }));
    return <button>{seats.isSuccess ? seats.data : 'none'}</button>;
  }
  render(() => (
    <QueryClientProvider client={client}>
      <Suspense fallback="one moment">
        <Seats />
      </Suspense>
    </QueryClientProvider>
  ));
  const button = screen.getByRole('button', { name: '3' });
  button.focus();
  const removed: Node[] = [];
  const watcher = new MutationObserver((changes) => {
    for (const { removedNodes } of changes) removed.push(...removedNodes);
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  void client.invalidateQueries();
  await vi.waitFor(() => expect(ask).toHaveBeenCalledOnce());
  answer(2);
  await screen.findByRole('button', { name: '2' });
  expect(document.activeElement).toBe(button);
  expect([
    ...removed,
    ...watcher.takeRecords().flatMap(({ removedNodes }) => [...removedNodes]),
  ]).not.toContain(button);
});
