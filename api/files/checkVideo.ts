import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { uploadRules } from '../contracts/files.ts';
import { isWholeIsoMedia, isWholeWebm } from './videoContainer.ts';

/** The media type of a video by its content; null when it is something else, is cut off, or has something appended. */
export async function checkVideo(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path);
  const type = uploadRules.introVideo.types.find((known) => known === found?.mime);
  if (!type) return null;
  await using file = await open(path);
  const { size } = await file.stat();
  const isWhole = type === 'video/webm' ? isWholeWebm : isWholeIsoMedia;
  return (await isWhole(file, size)) ? type : null;
}
