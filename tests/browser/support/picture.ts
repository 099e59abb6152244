import type { Page } from 'playwright-core';

type Part = { left: number; top: number; width: number; height: number };
export type Look = {
  /** Mean square of how neighbouring pixels of a picture 320 wide differ, of 255: what blur takes away. */
  energy: number;
  /** The colour that most of it has, and of how much of it. */
  colour: [number, number, number];
  share: number;
};

const whole: Part = { left: 0, top: 0, width: 1, height: 1 };

/** What a video element shows now, in one part of it (shares of its size). */
export function lookAt(page: Page, video: string, part: Part = whole): Promise<Look> {
  return page.evaluate(
    ([selector, { left, top, width, height }]) => {
      const element = document.querySelector<HTMLVideoElement>(selector);
      if (!element?.videoWidth) return { energy: -1, colour: [0, 0, 0], share: 0 };
      const canvas = new OffscreenCanvas(320, 180);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no canvas');
      context.drawImage(element, 0, 0, 320, 180);
      const [columns, rows] = [Math.round(320 * width), Math.round(180 * height)];
      const { data } = context.getImageData(320 * left, 180 * top, columns, rows);
      let differences = 0;
      const counts = new Map<string, number>();
      for (let index = 0; index < data.length; index += 4) {
        const at = (offset: number) => data[index + offset] ?? 0;
        if ((index / 4) % columns > 0) differences += (at(1) - at(-3)) ** 2;
        const rough = [at(0), at(1), at(2)].map((value) => Math.round(value / 16) * 16).join();
        counts.set(rough, (counts.get(rough) ?? 0) + 1);
      }
      const [most = ['', 0]] = [...counts].sort(([, one], [, other]) => other - one);
      const pixels = data.length / 4;
      const colour = most[0].split(',').map(Number) as [number, number, number];
      return { energy: differences / pixels, colour, share: most[1] / pixels };
    },
    [video, part] as const,
  );
}
