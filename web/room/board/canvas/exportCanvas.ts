import { exportToBlob, exportToCanvas, exportToSvg, restoreElements } from '@excalidraw/excalidraw';
import type { BinaryFiles, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { BoardElement } from '../../../../media/contracts/board.ts';
import { unpackElement } from '../engine/packElement.ts';

type Elements = ReturnType<ExcalidrawImperativeAPI['getSceneElements']>;

const padding = 24;
const paper = { exportBackground: true, viewBackgroundColor: '#ffffff', exportWithDarkMode: false };
/** So many pixels has the longer side of a page in a PDF. */
const pdfPixels = 2_400;
const pointsPerPixel = 0.5;

/** What is drawn on a page, as a file. */
export async function exportCanvas(
  kind: 'png' | 'svg',
  elements: Elements,
  files: BinaryFiles,
): Promise<Blob> {
  const what = { elements, files, appState: paper, exportPadding: padding };
  if (kind === 'png') return exportToBlob({ ...what, mimeType: 'image/png', getDimensions: doubled });
  const svg = await exportToSvg(what);
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

const doubled = (width: number, height: number) => ({ width: width * 2, height: height * 2, scale: 2 });

/** All pages of a board, each as large as what is drawn on it. */
export async function exportPdf(pages: readonly BoardElement[][], files: BinaryFiles = {}): Promise<Blob> {
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  for (const packed of pages) {
    const whole = packed.map(unpackElement) as unknown as Elements;
    const elements = restoreElements(whole, null) as unknown as Elements;
    const canvas = await exportToCanvas({
      ...{ elements, files, appState: paper, exportPadding: padding },
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
