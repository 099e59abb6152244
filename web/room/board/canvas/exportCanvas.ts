import { exportToBlob, exportToCanvas, exportToSvg } from '@excalidraw/excalidraw';
import type { BinaryFiles } from '@excalidraw/excalidraw/types';
import type { BoardElement } from '../../../../media/contracts/board.ts';
import { restored } from './restored.ts';

const padding = 24;
const paper = { exportBackground: true, viewBackgroundColor: '#ffffff', exportWithDarkMode: false };
/** The longer side of a PNG; Safari's canvases end at some 16 million pixels. */
const mostPixels = 4_000;
/** So many pixels has the longer side of a page in a PDF. */
const pdfPixels = 2_400;
const pointsPerPixel = 0.5;

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
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

/** Sharp on today's screens, unless no browser could hold so large a picture. */
function sharp(width: number, height: number) {
  const scale = Math.min(2, mostPixels / Math.max(width, height));
  return { width: width * scale, height: height * scale, scale };
}

/** All pages of a board, each as large as what is drawn on it. */
export async function exportPdf(pages: readonly BoardElement[][], files: BinaryFiles): Promise<Blob> {
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  for (const packed of pages) {
    const canvas = await exportToCanvas({
      ...{ elements: restored(packed), files, appState: paper, exportPadding: padding },
      maxWidthOrHeight: pdfPixels,
    });
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) continue;
    const picture = await pdf.embedPng(await png.arrayBuffer());
    const { width, height } = picture.scale(pointsPerPixel);
    pdf.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  }
  return new Blob([(await pdf.save()) as BlobPart], { type: 'application/pdf' });
}
