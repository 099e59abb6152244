import { fileTypeFromFile } from 'file-type';
import sharp, { type ResizeOptions } from 'sharp';
import { uploadRules } from '../contracts/files.ts';
import { type FilePlaces, pictureSizes, placeWhole, sizeOf } from './places.ts';
import { canDraw } from './canDraw.ts';
import { largestPicturePixels } from './rules.ts';

const pictureType = 'image/webp';
const quality = 82;
const longestSeconds = 20;

/** The longer side of an image on a board, in pixels: sharp when it fills a large screen. */
const boardImagePixels = 2_400;

type Stored = { type: string; bytes: number } | null;
type Drawing = { path: string; resize: ResizeOptions };

/** Draws a person's picture in our sizes. @returns what `storeDrawn` returns */
export const storePicture = (places: FilePlaces, id: string): Promise<Stored> =>
  storeDrawn(
    places,
    id,
    pictureSizes.map((size) => ({
      path: places.picture(id, size),
      resize: { width: size, height: size, fit: 'cover' },
    })),
  );

/** Draws an image for a board, whole. @returns what `storeDrawn` returns */
export const storeBoardImage = (places: FilePlaces, id: string): Promise<Stored> => {
  const side = { width: boardImagePixels, height: boardImagePixels };
  const resize = { ...side, fit: 'inside', withoutEnlargement: true } as const;
  return storeDrawn(places, id, [{ path: places.boardImage(id), resize }]);
};

/**
 * Draws a picture anew: what was sent is thrown away, with its EXIF, its GPS place, and whatever else was hidden in it.
 * @returns null when it is no picture of the kinds that we take, is cut off, or is of absurd size.
 */
async function storeDrawn(places: FilePlaces, id: string, drawings: Drawing[]): Promise<Stored> {
  const source = places.upload(id);
  const found = await fileTypeFromFile(source);
  if (!uploadRules.picture.types.some((known) => known === found?.mime)) return null;
  const isWhole = await canDraw(source, async () => {
    for (const { path, resize } of drawings)
      await placeWhole(places, path, (unfinished) => draw(source, resize, unfinished));
  });
  if (!isWhole) return null;
  return { type: pictureType, bytes: (await sizeOf(drawings[0]?.path ?? '')) ?? 0 };
}

/** `failOn: 'warning'` is what makes a picture that is cut off fail. */
async function draw(source: string, resize: ResizeOptions, path: string): Promise<void> {
  await sharp(source, { limitInputPixels: largestPicturePixels, failOn: 'warning', pages: 1 })
    .autoOrient()
    .resize(resize)
    .webp({ quality })
    .timeout({ seconds: longestSeconds })
    .toFile(path);
}
