import type { UploadPurpose } from '../../api/contracts/files.ts';
import { describeError } from '../lib/describeError.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/files.ts';

const wrong = {
  picture: 'files.pictureWrong',
  introVideo: 'files.videoWrong',
  boardImage: 'files.boardImageWrong',
  sessionFile: 'files.fileWrong',
} as const satisfies Record<UploadPurpose, string>;

/** What is wrong with a file, in words: too large or of another kind is one sentence that says what fits. */
export function describeFileError(error: unknown, purpose: UploadPurpose): string {
  const code = error instanceof ApiError ? error.code : undefined;
  if (code !== 'too_large' && code !== 'unsupported_media_type') return describeError(error);
  return t(wrong[purpose]);
}
