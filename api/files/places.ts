import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const uuid = z.uuid();
export const pictureSizes = [512, 128] as const;
export type PictureSize = (typeof pictureSizes)[number];

export type FilePlaces = ReturnType<typeof createPlaces>;

/**
 * Where bytes lie: below the data directory, outside of what the web is served from. All processes of the api and
 * the workers share it. Names are made of ids of ours only.
 * @throws ZodError when an id is not one.
 */
export function createPlaces(dataDir: string) {
  const root = join(dataDir, 'files');
  return {
    uploads: join(root, 'uploads'),
    /** What is being written; it is moved to its place when it is whole. */
    unfinished: join(root, 'unfinished'),
    upload: (id: string) => join(root, 'uploads', uuid.parse(id)),
    picture: (id: string, size: PictureSize) => join(root, 'pictures', `${uuid.parse(id)}-${size}.webp`),
    video: (id: string) => join(root, 'videos', uuid.parse(id)),
    boardImage: (id: string) => join(root, 'board', `${uuid.parse(id)}.webp`),
    /** A file of a lesson. */
    document: (id: string) => join(root, 'documents', uuid.parse(id)),
    export: (id: string) => join(root, 'exports', `${uuid.parse(id)}.zip`),
    /** Every place where bytes of an upload, a file or an export may lie. */
    all(id: string): string[] {
      const pictures = pictureSizes.map((size) => this.picture(id, size));
      const served = [this.video(id), this.document(id), this.boardImage(id), ...pictures];
      return [this.upload(id), this.export(id), ...served];
    },
  };
}

/** Writes a file so that it is there whole or not at all, whoever is killed or does the same meanwhile. */
export async function placeWhole(
  places: FilePlaces,
  path: string,
  write: (unfinished: string) => Promise<void>,
): Promise<void> {
  await mkdir(places.unfinished, { recursive: true });
  await mkdir(dirname(path), { recursive: true });
  const unfinished = join(places.unfinished, randomUUID());
  try {
    await write(unfinished);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Puts what was sent where it stays. */
export async function moveUpload(places: FilePlaces, id: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Gone when another call has just done the same.
  await rename(places.upload(id), path).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Its size in bytes; undefined when there is no such file. */
export async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
