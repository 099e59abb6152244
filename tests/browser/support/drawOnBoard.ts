import type { Locator, Page } from 'playwright-core';

type Layer = 'static' | 'interactive';
export const layerOf = (board: Locator, name: Layer): Locator =>
  board.locator(`canvas.excalidraw__canvas.${name}`);

/** Draws one line across the open whiteboard, and waits until it stands there. */
export async function drawOnBoard(page: Page): Promise<void> {
  const board = page.getByRole('region', { name: 'Whiteboard' });
  await layerOf(board, 'static').waitFor();
  await board.getByTestId('toolbar-freedraw').first().check({ force: true });
  const { x, y, width, height } = (await layerOf(board, 'interactive').boundingBox())!;
  await page.mouse.move(x + width * 0.3, y + height * 0.5);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.6, y + height * 0.6, { steps: 10 });
  await page.mouse.up();
}

/** How many pixels of a board are drawn on: of what stands there, or of what is shown over it. */
export const inkOf = (board: Locator, name: Layer = 'static'): Promise<number> =>
  layerOf(board, name).evaluate((element) => {
    const picture = element as HTMLCanvasElement;
    const { data } = picture.getContext('2d')!.getImageData(0, 0, picture.width, picture.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at + 3]! > 40 && data[at]! + data[at + 1]! + data[at + 2]! < 600) count += 1;
    return count;
  });
