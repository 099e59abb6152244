// @vitest-environment happy-dom
import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, test, vi } from 'vitest';
import { Sheet } from '../../web/ui/Sheet.tsx';

afterEach(cleanup);

const show = () =>
  render(() => (
    <Sheet open title="Notes" onOpenChange={() => undefined}>
      <button type="button">A note</button>
    </Sheet>
  ));

test('a sheet begins at its top', async () => {
  show();
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' })));
});

test('who goes on at once inside a sheet is not taken back to its top (WEB-4)', () => {
  vi.useFakeTimers();
  show();
  const note = screen.getByRole('button', { name: 'A note' });
  note.focus();
  vi.runAllTimers();
  vi.useRealTimers();
  expect(document.activeElement).toBe(note);
});
