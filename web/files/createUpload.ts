import { createSignal, onCleanup } from 'solid-js';
import type { Uploaded, UploadPurpose } from '../../api/contracts/files.ts';
import { uploadFile, uploadPaused } from './uploadFile.ts';

export type Sending = {
  file: File;
  sent: number;
  total: number;
  state: 'sending' | 'waiting' | 'paused';
};

type Outcome = { onDone: (uploaded: Uploaded) => void | Promise<void>; onError: (error: unknown) => void };

/** One file on its way: begun, paused, gone on with, given up. It ends with the place that shows it. */
export function createUpload(purpose: UploadPurpose, outcome: Outcome) {
  const [sending, setSending] = createSignal<Sending | null>(null);
  let control: AbortController | undefined;

  async function send(file: File, sent = 0): Promise<void> {
    const mine = (control = new AbortController());
    const update = (change: Partial<Sending>) =>
      control === mine && setSending((now) => now && { ...now, ...change });
    setSending({ file, sent, total: file.size, state: 'sending' });
    try {
      const uploaded = await uploadFile(file, purpose, {
        onProgress: (sent, total) => update({ sent, total }),
        onWaiting: (waiting) => update({ state: waiting ? 'waiting' : 'sending' }),
        signal: mine.signal,
      });
      await outcome.onDone(uploaded);
      if (control === mine) setSending(null);
    } catch (error) {
      if (mine.signal.aborted) return;
      setSending(null);
      outcome.onError(error);
    }
  }
  // What was sent is kept for when the same file is chosen again.
  onCleanup(() => control?.abort(uploadPaused));

  return {
    sending,
    send: (file: File) => void send(file),
    pause: () => {
      control?.abort(uploadPaused);
      setSending((now) => now && { ...now, state: 'paused' });
    },
    goOn: () => {
      const now = sending();
      if (now) void send(now.file, now.sent);
    },
    cancel: () => {
      control?.abort();
      setSending(null);
    },
  };
}
export type CreatedUpload = ReturnType<typeof createUpload>;
