import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist';
import type { BoardElement } from '../../../media/contracts/board.ts';
import { fileOf, type BoardImages } from './boardImages.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Decoders and fonts: web/boardAssets.ts. */
const assets = new URL(`${import.meta.env.BOARD_ASSETS as string}pdf/`, location.href).href;

const mostPages = 60;
/** The longer side of a page, as it is drawn, and as it lies on the board. */
const pixels = 2_000;
const units = 1_200;
const random = () => Math.floor(Math.random() * 2_147_483_647);

export type PdfPage = { name: string; element: BoardElement };

/**
 * The pages of a PDF one by one, each as an image to write upon, which is sent already.
 * @throws Error when it is no PDF or needs a password; RangeError after the last page that is taken; ApiError
 */
export async function* placePdf(file: File, images: BoardImages): AsyncGenerator<PdfPage> {
  const data = await file.arrayBuffer();
  const task = getDocument({ data, useWasm: false, wasmUrl: assets, standardFontDataUrl: assets });
  try {
    const pdf = await task.promise;
    const title = file.name.replace(/\.pdf$/iu, '').slice(0, 60);
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
      const page = await pdf.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const longer = Math.max(plain.width, plain.height);
      const viewport = page.getViewport({ scale: pixels / longer });
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await page.render({ canvas, viewport }).promise;
      const fileId = await images.add(await fileOf(canvas, `${title} ${number}`));
      const scale = units / longer;
      yield {
        name: `${title} ${number}`,
        element: background(fileId, plain.width * scale, plain.height * scale),
      };
      page.cleanup();
    }
    if (pdf.numPages > mostPages)
      throw new RangeError(`only ${mostPages} of ${pdf.numPages} pages are taken`);
  } finally {
    await task.destroy();
  }
}

/** Lies below what is drawn, and cannot be moved by mistake. */
const background = (fileId: string, width: number, height: number): BoardElement => ({
  ...{
    id: crypto.randomUUID(),
    type: 'image',
    version: 1,
    versionNonce: random(),
    isDeleted: false,
    index: 'a0',
  },
  ...{ x: 0, y: 0, width, height, seed: random(), fileId, locked: true },
});
