import { createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { ProfilePurpose } from '../../../api/contracts/files.ts';
import { describeFileError } from '../../files/describeFileError.ts';
import { uploadFile } from '../../files/uploadFile.ts';
import { credentials } from '../../lib/credentials.ts';
import { t } from '../../text/signUp.ts';
import { showToast } from '../../ui/showToast.ts';
import type { Files } from './draft.ts';

export type Sending = {
  purpose: ProfilePurpose;
  file: File;
  state: 'sending' | 'waiting' | 'done' | 'failed';
  sent: number;
  reason?: string;
};

const [sendings, setSendings] = createStore<Sending[]>([]);
/** Whether somebody looks at them; else what becomes of them is said in a toast. */
const [watched, setWatched] = createSignal(false);

/**
 * The picture and the video of a new account. They are sent for as long as the page lives, whatever it shows
 * meanwhile (AUTH-2).
 */
export const profileUploads = {
  all: (): readonly Sending[] => sendings,
  setWatched,
  begin({ picture, introVideo }: Files): void {
    const chosen: [ProfilePurpose, File | null][] = [
      ['picture', picture],
      ['introVideo', introVideo],
    ];
    setSendings(
      chosen.flatMap(([purpose, file]) => (file ? [{ purpose, file, state: 'sending', sent: 0 }] : [])),
    );
    for (const { purpose } of sendings) void send(purpose);
  },
  retry: (purpose: ProfilePurpose): void => void send(purpose),
};

function note(purpose: ProfilePurpose, news: Partial<Sending>): void {
  setSendings((one) => one.purpose === purpose, news);
}

async function send(purpose: ProfilePurpose): Promise<void> {
  const file = sendings.find((one) => one.purpose === purpose)?.file;
  if (!file) return;
  note(purpose, { state: 'sending', sent: 0, reason: undefined });
  window.addEventListener('beforeunload', warn);
  try {
    await uploadFile(file, purpose, {
      onProgress: (sent) => note(purpose, { sent }),
      onWaiting: (waiting) => note(purpose, { state: waiting ? 'waiting' : 'sending' }),
    });
    note(purpose, { state: 'done', sent: file.size });
    // The picture stands in the header and elsewhere.
    if (purpose === 'picture') void credentials.refresh().catch(() => undefined);
    if (!watched()) showToast({ tone: 'success', title: t(`signUp.fileSent.${purpose}`) });
  } catch (error) {
    const reason = describeFileError(error, purpose);
    note(purpose, { state: 'failed', reason });
    if (!watched()) tellFailure(purpose, reason);
  }
  if (sendings.every(({ state }) => state === 'done' || state === 'failed'))
    window.removeEventListener('beforeunload', warn);
}

function tellFailure(purpose: ProfilePurpose, text: string): void {
  showToast({
    tone: 'danger',
    title: t(`signUp.fileFailed.${purpose}`),
    text,
    action: { label: t('signUp.retry'), onPress: () => void send(purpose) },
  });
}

/** The browser asks before it ends them. */
const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
