import { createSignal } from 'solid-js';
import { createFilesUnderWay } from '../../sessionFiles/createFilesUnderWay.ts';
import type { Addressee } from './createOutgoing.ts';

/** What is being written, for whom, and the files on their way: it outlives the panel, which closes for another one. */
export function createDraft() {
  const [text, setText] = createSignal('');
  const [to, setTo] = createSignal<Addressee>(null);
  return { text, setText, to, setTo, files: createFilesUnderWay() };
}
export type Draft = ReturnType<typeof createDraft>;
