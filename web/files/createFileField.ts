import { createSignal } from 'solid-js';
import { z } from 'zod';
import type { UploadPurpose } from '../../api/contracts/files.ts';
import { api } from '../lib/api.ts';
import { describeError } from '../lib/describeError.ts';
import { showToast } from '../ui/showToast.ts';
import { createPick } from './createPick.ts';
import { createUpload } from './createUpload.ts';
import { describeFileError } from './describeFileError.ts';

type FieldWords = { saved: () => string; removed: () => string };

/** A file of the person's profile that is sent as soon as it is chosen. */
export function createFileField(
  purpose: UploadPurpose,
  onChanged: () => Promise<unknown>,
  words: FieldWords,
) {
  const [removing, setRemoving] = createSignal(false);
  const upload = createUpload(purpose, {
    onDone: async () => {
      await onChanged();
      showToast({ tone: 'success', title: words.saved() });
    },
    onError: (error) => picked.setError(describeFileError(error, purpose)),
  });
  const picked = createPick(purpose, (file) => upload.send(file));

  async function remove(): Promise<void> {
    setRemoving(true);
    try {
      const name = purpose === 'picture' ? 'picture' : 'intro-video';
      await api.post(`/api/profile/${name}/remove`, z.void());
      await onChanged();
      showToast({ tone: 'success', title: words.removed() });
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    } finally {
      setRemoving(false);
    }
  }
  return { upload, error: picked.error, pick: (file: File) => void picked.pick(file), removing, remove };
}
