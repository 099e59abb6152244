import { createRoot, type JSX } from 'solid-js';
import { renderToString } from 'solid-js/web';

/**
 * Draws a tree at once, and ends it here. Solid itself ends what it drew from a timer, where a clean-up that throws
 * would end the whole process.
 * @throws whatever drawing or a clean-up throws
 */
export function drawTree(tree: () => JSX.Element): string {
  let end: (() => void) | undefined;
  try {
    return renderToString(() =>
      createRoot((dispose) => {
        end = dispose;
        return tree();
      }),
    );
  } finally {
    end?.();
  }
}
