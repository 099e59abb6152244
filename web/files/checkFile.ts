import { uploadRules, type UploadPurpose } from '../../api/contracts/files.ts';
import { ApiError } from '../lib/problem.ts';

/**
 * Looks a file over before it is sent, as the API does after it.
 * @throws ApiError `too_large`, `unsupported_media_type`
 */
export async function checkFile(file: File, purpose: UploadPurpose): Promise<void> {
  if (file.size > uploadRules[purpose].maxBytes) throw new ApiError('too_large', 413);
  // What others are sent is judged by the API, by its whole content; here only what is plainly a program by its name.
  if (purpose === 'sessionFile') {
    if (file.size === 0 || runnable.test(file.name)) throw new ApiError('unsupported_media_type', 415);
    return;
  }
  const fits = purpose === 'introVideo' ? isVideo(new Uint8Array(await headOf(file))) : await isPicture(file);
  if (!fits) throw new ApiError('unsupported_media_type', 415);
}

const runnable = /\.(?:exe|bat|cmd|com|scr|msi|ps1|vbs|jar|apk|dmg|lnk|hta)$/iu;
const headOf = (file: File) => file.slice(0, 12).arrayBuffer();
const has = (bytes: Uint8Array, at: number, text: string) =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** By its first bytes, and by whether this browser can show it. */
async function isPicture(file: File): Promise<boolean> {
  const bytes = new Uint8Array(await headOf(file));
  const known =
    has(bytes, 0, '\xff\xd8\xff') ||
    has(bytes, 0, '\x89PNG\r\n\x1a\n') ||
    (has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP'));
  if (!known) return false;
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
}

/** ISO media (MP4, MOV) or EBML (WebM). */
const isVideo = (bytes: Uint8Array): boolean =>
  ['ftyp', 'moov', 'mdat', 'wide'].some((box) => has(bytes, 4, box)) || has(bytes, 0, '\x1a\x45\xdf\xa3');
