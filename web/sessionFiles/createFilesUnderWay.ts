import { createSignal, onCleanup } from 'solid-js';
import { checkFile } from '../files/checkFile.ts';
import { describeFileError } from '../files/describeFileError.ts';
import { uploadFile, uploadPaused } from '../files/uploadFile.ts';

/** A file that was chosen: on its way, there (with its id), or refused (with the reason). */
export type FileUnderWay = {
  key: string;
  file: File;
  percent: number;
  waiting: boolean;
  uploadId: string | undefined;
  error: string | undefined;
};

type Options = {
  /** It has arrived and was judged good. */
  onArrived?: (arrived: { key: string; uploadId: string; name: string }) => void | Promise<void>;
};

/** Files on their way to a session, sent one after the other; each can be given up (ROOM-8). */
export function createFilesUnderWay({ onArrived }: Options = {}) {
  const [all, setAll] = createSignal<FileUnderWay[]>([]);
  const controls = new Map<string, AbortController>();
  let sending = false;

  const change = (key: string, to: Partial<FileUnderWay>) =>
    setAll((files) => files.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const remove = (key: string) => {
    controls.get(key)?.abort();
    controls.delete(key);
    setAll((files) => files.filter((one) => one.key !== key));
  };

  async function send({ key, file }: FileUnderWay): Promise<void> {
    const control = new AbortController();
    controls.set(key, control);
    try {
      await checkFile(file, 'sessionFile');
      const { id } = await uploadFile(file, 'sessionFile', {
        onProgress: (sent, total) => change(key, { percent: Math.floor((100 * sent) / Math.max(1, total)) }),
        onWaiting: (waiting) => change(key, { waiting }),
        signal: control.signal,
      });
      change(key, { uploadId: id, percent: 100, waiting: false });
      await onArrived?.({ key, uploadId: id, name: file.name });
    } catch (error) {
      if (!control.signal.aborted) change(key, { error: describeFileError(error, 'sessionFile') });
    } finally {
      controls.delete(key);
    }
  }
  async function sendAll(): Promise<void> {
    if (sending) return;
    sending = true;
    for (;;) {
      const next = all().find(({ uploadId, error }) => !uploadId && !error);
      if (!next) break;
      await send(next);
      // One that was taken away meanwhile is not in the list any more.
    }
    sending = false;
  }
  // What was sent is kept for when the same file is chosen again.
  onCleanup(() => {
    for (const control of controls.values()) control.abort(uploadPaused);
  });

  return {
    all,
    add(files: Iterable<File>): void {
      const fresh = [...files].map((file) => ({
        ...{ key: crypto.randomUUID(), file, percent: 0, waiting: false },
        ...{ uploadId: undefined, error: undefined },
      }));
      setAll((known) => [...known, ...fresh]);
      void sendAll();
    },
    remove,
    /** What has arrived was handed on; what was refused was read. */
    forget: () => setAll([]),
  };
}
export type FilesUnderWay = ReturnType<typeof createFilesUnderWay>;
