import { fileTypeFromFile } from 'file-type';
import sharp from 'sharp';
import { uploadRules } from '../contracts/files.ts';
import { type FilePlaces, pictureSizes, placeWhole, sizeOf } from './places.ts';
import { canDraw } from './canDraw.ts';
import { largestPicturePixels } from './rules.ts';

const pictureType = 'image/webp';
const quality = 82;
const longestSeconds = 20;

/**
 * Draws a picture anew in our sizes: what was sent is thrown away, with its EXIF, its GPS place, and whatever else
 * was hidden in it.
 * @returns null when it is no picture of the kinds that we take, is cut off, or is of absurd size.
 */
export async function storePicture(
  places: FilePlaces,
  id: string,
): Promise<{ type: string; bytes: number } | null> {
  const source = places.upload(id);
  const found = await fileTypeFromFile(source);
  if (!uploadRules.picture.types.some((known) => known === found?.mime)) return null;
  const isWhole = await canDraw(source, async () => {
    for (const size of pictureSizes)
      await placeWhole(places, places.picture(id, size), (path) => draw(source, size, path));
  });
  if (!isWhole) return null;
  return { type: pictureType, bytes: (await sizeOf(places.picture(id, 512))) ?? 0 };
}

/** `failOn: 'warning'` is what makes a picture that is cut off fail. */
async function draw(source: string, size: number, path: string): Promise<void> {
  await sharp(source, { limitInputPixels: largestPicturePixels, failOn: 'warning', pages: 1 })
    .autoOrient()
    .resize(size, size, { fit: 'cover' })
    .webp({ quality })
    .timeout({ seconds: longestSeconds })
    .toFile(path);
}
