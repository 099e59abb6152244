import { readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import sharp from 'sharp';
import { uploadRules } from '../contracts/files.ts';
import { canDraw } from './canDraw.ts';
import { type FilePlaces, moveUpload, placeWhole, sizeOf } from './places.ts';
import { largestPicturePixels } from './rules.ts';

const plainText = 'text/plain';
/** Pictures that are drawn anew, so that nothing hidden in them is passed on; as what they are. */
const redrawn = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
} as const;
const longestEdge = 4_096;
const longestSeconds = 30;

/**
 * Keeps a file that somebody sends to others, when it is of a kind that we take: judged by its content alone. Pictures are
 * drawn anew.
 * @returns null when it is of another kind, or cannot be read.
 */
export async function storeDocument(
  places: FilePlaces,
  id: string,
): Promise<{ type: string; bytes: number } | null> {
  const [source, path] = [places.upload(id), places.document(id)];
  const isHere = (await sizeOf(source)) !== undefined;
  const type = await typeOf(isHere ? source : path);
  if (type === null) return null;
  const format = redrawn[type as keyof typeof redrawn];
  if (isHere && !format) await moveUpload(places, id, path);
  if (isHere && format && !(await redraw(places, id, format))) return null;
  return { type, bytes: (await sizeOf(path)) ?? 0 };
}

async function typeOf(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path);
  // Markup is text like any other here: it is never shown as a page.
  if (!found || found.mime === 'application/xml') return (await isText(path)) ? plainText : null;
  return uploadRules.sessionFile.types.find((known) => known === found.mime) ?? null;
}

/** Whether it is UTF-8 without control characters, other than those of lines and tabs. */
async function isText(path: string): Promise<boolean> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return !/[^\P{Cc}\n\r\t\f]/u.test(text);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function redraw(places: FilePlaces, id: string, format: 'jpeg' | 'png' | 'webp' | 'gif'): Promise<boolean> {
  const source = places.upload(id);
  return canDraw(source, () =>
    placeWhole(places, places.document(id), async (path) => {
      await sharp(source, {
        limitInputPixels: largestPicturePixels,
        failOn: 'warning',
        animated: format === 'gif' || format === 'webp',
      })
        .autoOrient()
        .resize(longestEdge, longestEdge, { fit: 'inside', withoutEnlargement: true })
        .toFormat(format)
        .timeout({ seconds: longestSeconds })
        .toFile(path);
    }),
  );
}
