import workerUrl from './wholeFontWorker.ts?worker&url';

/**
 * Stands in for what cuts fonts to the letters of an SVG: it makes code from text, which no page of ours may, and weighs a
 * megabyte. Fonts go into the file whole.
 */
export const Commands = { Subset: 'SUBSET' };
export const WorkerUrl = new URL(workerUrl, location.href);

export function toBase64(font: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(font), (byte) => String.fromCharCode(byte));
  return `data:font/woff2;base64,${btoa(letters.join(''))}`;
}
export const subsetToBase64 = (font: ArrayBuffer): string => toBase64(font);
