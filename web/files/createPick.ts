import { createSignal } from 'solid-js';
import type { UploadPurpose } from '../../api/contracts/files.ts';
import { checkFile } from './checkFile.ts';
import { describeFileError } from './describeFileError.ts';

/** A file that is chosen: looked over, then handed on; what is wrong with it otherwise. */
export function createPick(purpose: UploadPurpose, onPick: (file: File) => void) {
  const [error, setError] = createSignal<string>();
  let newest: File | undefined;

  async function pick(file: File): Promise<void> {
    newest = file;
    setError(undefined);
    try {
      await checkFile(file, purpose);
      if (newest === file) onPick(file);
    } catch (wrong) {
      if (newest === file) setError(describeFileError(wrong, purpose));
    }
  }
  return { error, setError, pick };
}
