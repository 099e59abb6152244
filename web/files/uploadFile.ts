import type { DetailedError, HttpRequest, HttpResponse, Upload, UploadOptions } from 'tus-js-client';
import { uploaded, type Uploaded, type UploadPurpose } from '../../api/contracts/files.ts';
import { api } from '../lib/api.ts';
import { credentials } from '../lib/credentials.ts';
import { ApiError, problemOf } from '../lib/problem.ts';

export interface UploadWatch {
  onProgress?(sent: number, total: number): void;
  /** Whether it waits for the connection to come back. */
  onWaiting?(waiting: boolean): void;
  /** Ends it, and has what was sent forgotten; with the reason `uploadPaused` that is kept for the next call. */
  signal?: AbortSignal;
}

/** Reason to abort with, when the same file will be sent on from where it stopped. */
export const uploadPaused = 'paused';

const endpoint = '/api/uploads';
const partBytes = 4_000_000;
/** While nothing gets through, tries go on for about half an hour; each part that arrives begins the count anew. */
const retryDelays = [0, 500, 1_000, 2_000, ...Array<number>(360).fill(5_000)];

/**
 * Sends a file to the caller's profile. It goes on by itself after a drop, and where it stopped when the same file is
 * chosen again after a reload.
 * @throws ApiError `too_large`, `unsupported_media_type`, `not_signed_in`, `network` and others; the signal's reason
 *   when it was aborted.
 */
export async function uploadFile(
  file: File,
  purpose: UploadPurpose,
  watch: UploadWatch = {},
): Promise<Uploaded> {
  const tus = await import('tus-js-client');
  watch.signal?.throwIfAborted();
  let upload: Upload | undefined;
  let stopWatching: (() => void) | undefined;
  let waiting = false;
  const noted: UploadWatch = {
    ...watch,
    onWaiting: (now) => {
      waiting = now;
      watch.onWaiting?.(now);
    },
  };
  try {
    const last = await new Promise<HttpResponse>((resolve, reject) => {
      const begun = new tus.Upload(file, optionsOf(file, purpose, noted, resolve, reject));
      upload = begun;
      stopWatching = watchPage(begun, watch, () => waiting, reject);
      void begun.findPreviousUploads().then(([previous]) => {
        if (watch.signal?.aborted) return;
        if (previous) begun.resumeFromPreviousUpload(previous);
        begun.start();
      }, reject);
    });
    return await readResult(last, upload?.url);
  } catch (error) {
    throw apiErrorOf(error);
  } finally {
    stopWatching?.();
  }
}

function optionsOf(
  file: File,
  purpose: UploadPurpose,
  watch: UploadWatch,
  resolve: (last: HttpResponse) => void,
  reject: (error: unknown) => void,
): UploadOptions {
  return {
    endpoint: new URL(endpoint, location.origin).href,
    metadata: { purpose, filename: file.name },
    chunkSize: partBytes,
    retryDelays,
    removeFingerprintOnSuccess: true,
    fingerprint: () =>
      Promise.resolve(
        ['peerlearn', credentials.user()?.id, purpose, file.name, file.size, file.lastModified].join(':'),
      ),
    onBeforeRequest: signRequest,
    onAfterResponse: (request, response) => {
      watch.onWaiting?.(false);
      return keepPlace(request, response);
    },
    onShouldRetry: (error) => {
      const goesOn = mayPass(error);
      if (goesOn && !error.originalResponse) watch.onWaiting?.(true);
      return goesOn;
    },
    onProgress: (sent, total) => watch.onProgress?.(sent, total),
    onSuccess: ({ lastResponse }) => resolve(lastResponse),
    onError: reject,
  };
}

/** @throws ApiError `not_signed_in`, which ends the upload. */
async function signRequest(request: HttpRequest): Promise<void> {
  const token = await credentials.freshToken();
  if (!token) throw new ApiError('not_signed_in', 401);
  request.setHeader('Authorization', `Bearer ${token}`);
}

const passes = (status: number) => status === 401 || status === 423 || status === 429 || status >= 500;

/** To the question how far it is, the client takes any refusal for the end of the upload and begins anew. */
async function keepPlace(request: HttpRequest, response: HttpResponse): Promise<void> {
  const status = response.getStatus();
  if (status === 401) await credentials.refresh().catch(() => undefined);
  if (request.getMethod() === 'HEAD' && passes(status)) throw new Error('the place is not known now');
}

function mayPass(error: DetailedError): boolean {
  if (error.causingError instanceof ApiError) return false;
  const status = error.originalResponse?.getStatus() ?? 0;
  return status === 0 || status === 409 || passes(status);
}

/** Follows the caller's signal, and tries at once when the device says that it is online again. */
function watchPage(
  upload: Upload,
  { signal }: UploadWatch,
  isWaiting: () => boolean,
  reject: (error: unknown) => void,
): () => void {
  const stop = () => {
    const forget = signal?.reason !== uploadPaused;
    upload.abort(forget).catch(() => undefined);
    reject(signal?.reason);
  };
  const goOn = () => {
    if (isWaiting()) void upload.abort().then(() => upload.start());
  };
  signal?.addEventListener('abort', stop);
  window.addEventListener('online', goOn);
  return () => {
    signal?.removeEventListener('abort', stop);
    window.removeEventListener('online', goOn);
  };
}

/** What came of it. When the last answer was lost on the way, it is asked for. */
async function readResult(last: HttpResponse, url: string | null | undefined): Promise<Uploaded> {
  const told = uploaded.safeParse(parseJson(last.getBody()));
  if (told.success) return told.data;
  if (!url) throw new ApiError('unexpected_answer', last.getStatus());
  return api.get(new URL(url).pathname, uploaded);
}

function apiErrorOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('originalRequest' in error)) return error;
  const { causingError, originalResponse } = error as DetailedError;
  if (causingError instanceof ApiError) return causingError;
  if (!originalResponse) return new ApiError('network', 0);
  return problemOf(originalResponse.getStatus(), parseJson(originalResponse.getBody()));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
