import { z } from 'zod';
import { id } from './common.ts';

/**
 * Files are sent to `/api/uploads` by the tus protocol (https://tus.io/protocols/resumable-upload), which goes on after
 * a drop where it stopped. Its metadata: `purpose` and `filename`. The answer to the last part is `uploaded`.
 */
export const uploadPurpose = z.enum(['picture', 'introVideo', 'boardImage']);
export type UploadPurpose = z.infer<typeof uploadPurpose>;

const megabyte = 1_000_000;
/** What is accepted, by content; names and declared types are not believed. */
export const uploadRules = {
  picture: { maxBytes: 5 * megabyte, types: ['image/jpeg', 'image/png', 'image/webp'] },
  introVideo: { maxBytes: 100 * megabyte, types: ['video/mp4', 'video/webm', 'video/quicktime'] },
  boardImage: { maxBytes: 10 * megabyte, types: ['image/jpeg', 'image/png', 'image/webp'] },
} as const satisfies Record<UploadPurpose, { maxBytes: number; types: readonly string[] }>;

/** Where anyone finds a person's picture and a mentor's video. */
export const pictureUrl = (pictureId: string): string => `/files/pictures/${pictureId}.webp`;
export const videoUrl = (videoId: string): string => `/files/videos/${videoId}`;

/** Where the bytes of a private file lie; they are had with a signed link only. */
export const privateUrl = (fileId: string): string => `/files/private/${fileId}`;

/** It belongs to the caller's profile from now on, in place of the last one. */
export const uploaded = z.object({ id, purpose: uploadPurpose, url: z.string() });
export type Uploaded = z.infer<typeof uploaded>;
