import { exportToCanvas, getCommonBounds } from '@excalidraw/excalidraw';
import type { BinaryFiles } from '@excalidraw/excalidraw/types';
import type { PDFDocument } from 'pdf-lib';
import type { BoardElement } from '../../../../media/contracts/board.ts';
import { mostPixels, paper } from './exportPage.ts';
import { restored, type SceneElement } from './restored.ts';

/** A4 in points of 1/72 inch. */
const sheet = { longer: 841.89, shorter: 595.28 };
const margin = 20;
/** Points for one of the board's units: as it was drawn at the most, and so that writing of usual size can be read. */
const largest = 0.75;
const smallest = 0.3;
/** PDF knows no larger page. */
const longestPage = 14_000;
/** 216 dots an inch. */
const pixelsPerPoint = 3;
/** So that no stroke's edge is cut. */
const edge = 6;

/** All pages of a board: on A4, or larger where what is drawn could not be read on it. */
export async function exportPdf(pages: readonly BoardElement[][], files: BinaryFiles): Promise<Blob> {
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  for (const packed of pages) await addPage(pdf, restored(packed), files);
  return new Blob([(await pdf.save()) as BlobPart], { type: 'application/pdf' });
}

async function addPage(pdf: PDFDocument, elements: readonly SceneElement[], files: BinaryFiles) {
  if (elements.length === 0) return void pdf.addPage([sheet.longer, sheet.shorter]);
  const [left, top, right, bottom] = getCommonBounds(elements);
  const [across, down] = [right - left + 2 * edge, bottom - top + 2 * edge];
  const [width, height] = across >= down ? [sheet.longer, sheet.shorter] : [sheet.shorter, sheet.longer];
  const fits = Math.min((width - 2 * margin) / across, (height - 2 * margin) / down);
  const most = longestPage / Math.max(across, down);
  const scale = Math.min(most, largest, Math.max(smallest, fits));
  const drawn = { width: across * scale, height: down * scale };
  const page = pdf.addPage([
    Math.max(width, drawn.width + 2 * margin),
    Math.max(height, drawn.height + 2 * margin),
  ]);
  const picture = await drawPage(
    elements,
    files,
    Math.min(scale * pixelsPerPoint, Math.sqrt(mostPixels / (across * down))),
  );
  const image =
    picture.type === 'image/png'
      ? await pdf.embedPng(await picture.arrayBuffer())
      : await pdf.embedJpg(await picture.arrayBuffer());
  page.drawImage(image, {
    x: (page.getWidth() - drawn.width) / 2,
    y: (page.getHeight() - drawn.height) / 2,
    ...drawn,
  });
}

/** With images as JPEG: as PNG, a scanned page would weigh many times as much. */
async function drawPage(elements: readonly SceneElement[], files: BinaryFiles, scale: number): Promise<Blob> {
  const canvas = await exportToCanvas({
    ...{ elements, files, appState: paper, exportPadding: edge },
    getDimensions: (width, height) => ({ width: width * scale, height: height * scale, scale }),
  });
  const hasImage = elements.some(({ type }) => type === 'image');
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  canvas.toBlob(resolve, hasImage ? 'image/jpeg' : 'image/png', 0.9);
  const picture = await promise;
  if (!picture) throw new TypeError('the page cannot be drawn');
  return picture;
}
