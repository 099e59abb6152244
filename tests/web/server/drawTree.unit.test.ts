import { onCleanup } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { drawTree } from '../../../web/server/drawTree.ts';

test('what was drawn is ended at once', () => {
  const ended = vi.fn();
  const html = drawTree(() => {
    onCleanup(ended);
    return 'drawn';
  });
  expect(html).toBe('drawn');
  expect(ended).toHaveBeenCalledOnce();
});

test('a clean-up that throws fails the drawing, and not the process', async () => {
  const tree = () => {
    onCleanup(() => {
      throw new Error('there is no document here');
    });
    return 'drawn';
  };
  expect(() => drawTree(tree)).toThrow('there is no document here');
  // Solid's own timer has run by then; what it threw there, Vitest would report.
  await new Promise((resolve) => setTimeout(resolve));
});
