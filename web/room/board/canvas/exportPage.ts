import devanagari from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff2?url';
import { exportToBlob, exportToSvg } from '@excalidraw/excalidraw';
import type { BinaryFiles } from '@excalidraw/excalidraw/types';
import type { BoardElement } from '../../../../media/contracts/board.ts';
import { restored } from './restored.ts';
import { toBase64 } from './wholeFonts.ts';

const padding = 24;
export const paper = { exportBackground: true, viewBackgroundColor: '#ffffff', exportWithDarkMode: false };
/** So many pixels a picture may have: Safari's canvases end there. */
export const mostPixels = 16_000_000;
const longest = 8_000;

/** What is drawn on a page, as a file. */
export async function exportPage(
  kind: 'png' | 'svg',
  packed: readonly BoardElement[],
  files: BinaryFiles,
): Promise<Blob> {
  const elements = restored(packed);
  const what = { elements, files, appState: paper, exportPadding: padding };
  if (kind === 'png') return exportToBlob({ ...what, mimeType: 'image/png', getDimensions: sharp });
  const svg = await exportToSvg(what);
  await embedDevanagari(svg);
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

/** Sharp on today's screens, unless no browser could hold so large a picture. */
function sharp(width: number, height: number) {
  const scale = Math.min(2, longest / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  return { width: width * scale, height: height * scale, scale };
}

const script = /\p{Script=Devanagari}/u;

/** Excalidraw puts its own fonts into the file; those have no Devanagari (canvas.css). */
async function embedDevanagari(svg: SVGSVGElement): Promise<void> {
  const texts = [...svg.querySelectorAll('text')].filter(({ textContent }) => script.test(textContent));
  const families = new Set(
    texts.map((text) => (text.getAttribute('font-family') ?? '').split(',')[0]?.trim() ?? ''),
  );
  if (families.size === 0) return;
  const answer = await fetch(devanagari);
  const source = `url(${toBase64(await answer.arrayBuffer())})`;
  const faces = [...families].map(
    (family) =>
      `@font-face { font-family: ${family}; src: ${source}; unicode-range: U+0900-097F, U+1CD0-1CFA, U+200C-200D, U+25CC, U+A830-A839, U+A8E0-A8FF; }`,
  );
  svg.querySelector('style')?.append(`\n${faces.join('\n')}\n`);
}
