import { z } from 'zod';
import { id } from './common.ts';

/**
 * Files are sent to `/api/uploads` by the tus protocol (https://tus.io/protocols/resumable-upload), which goes on after
 * a drop where it stopped. Its metadata: `purpose` and `filename`. The answer to the last part is `uploaded`.
 */
export const uploadPurpose = z.enum(['picture', 'introVideo', 'boardImage', 'sessionFile']);
export type UploadPurpose = z.infer<typeof uploadPurpose>;
/** What a profile has one of. */
export type ProfilePurpose = Exclude<UploadPurpose, 'boardImage' | 'sessionFile'>;

const megabyte = 1_000_000;
/** What is accepted, by content; names and declared types are not believed. */
export const uploadRules = {
  picture: { maxBytes: 5 * megabyte, types: ['image/jpeg', 'image/png', 'image/webp'] },
  introVideo: { maxBytes: 100 * megabyte, types: ['video/mp4', 'video/webm', 'video/quicktime'] },
  boardImage: { maxBytes: 10 * megabyte, types: ['image/jpeg', 'image/png', 'image/webp'] },
  /** For a lesson: its chat, or what the mentor leaves with it. Text has no marks of its own and is told by being text. */
  sessionFile: {
    maxBytes: 25 * megabyte,
    types: [
      ...['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf', 'text/plain'],
      ...['application/zip', 'audio/mpeg', 'audio/ogg', 'audio/wav', 'video/mp4', 'video/webm'],
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/vnd.oasis.opendocument.text',
      'application/vnd.oasis.opendocument.spreadsheet',
      'application/vnd.oasis.opendocument.presentation',
    ],
  },
} as const satisfies Record<UploadPurpose, { maxBytes: number; types: readonly string[] }>;

/** Where anyone finds a person's picture and a mentor's video. */
export const pictureUrl = (pictureId: string): string => `/files/pictures/${pictureId}.webp`;
export const videoUrl = (videoId: string): string => `/files/videos/${videoId}`;

/**
 * Of a picture or video: it belongs to the caller's profile from now on, in place of the last one. A `sessionFile` waits to be
 * put to its use by its id; `url` leads its sender to it for some minutes once it is.
 */
export const uploaded = z.object({ id, purpose: uploadPurpose, url: z.string() });
export type Uploaded = z.infer<typeof uploaded>;
