import { createEffect, createRoot, createSignal } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { z } from 'zod';
import { codeSent } from '../../../api/contracts/accounts.ts';
import { domain } from '../../../api/contracts/teaching.ts';

const draftSchema = z.object({
  role: z.enum(['learner', 'mentor']).nullable(),
  step: z.enum(['role', 'about', 'interests', 'teaching', 'profile', 'code']),
  name: z.string(),
  email: z.string(),
  interests: z.array(z.string()),
  goals: z.string(),
  domains: z.array(domain),
  skills: z.array(z.string()),
  bio: z.string(),
  /** Name, e-mail and password were right; a reload loses the password. */
  isPersonRight: z.boolean(),
  /** Files were chosen; a reload loses them. */
  hasFiles: z.boolean(),
  /** The code that is on its way, and for which account: another needs another code. */
  sent: codeSent.extend({ account: z.string() }).nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

const storageKey = 'peerlearn.sign-up';
const empty: Draft = {
  role: null,
  step: 'role',
  name: '',
  email: '',
  interests: [],
  goals: '',
  domains: [],
  skills: [],
  bio: '',
  isPersonRight: false,
  hasFiles: false,
  sent: null,
};

function remembered(): Draft {
  try {
    return draftSchema.parse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return structuredClone(empty);
  }
}

/**
 * What was typed into the wizard so far. It outlives the dialog, and in this tab also a reload. The password and the
 * files are in memory only; `sentPassword` is the one that the account of `draft.sent` has, as far as this page knows.
 */
export const { draft, setDraft, secret, setSecret, files, setFiles, forgetDraft } = createRoot(() => {
  const [draft, setDraft] = createStore<Draft>(remembered());
  const [secret, setSecret] = createSignal({ password: '', sentPassword: '' });
  const [files, setSignal] = createSignal<Files>({ picture: null, introVideo: null });
  createEffect(() => sessionStorage.setItem(storageKey, JSON.stringify(draft)));
  function setFiles(chosen: Partial<Files>): void {
    const next = setSignal((known) => ({ ...known, ...chosen }));
    setDraft('hasFiles', Boolean(next.picture ?? next.introVideo));
  }
  return {
    draft,
    setDraft,
    secret,
    setSecret,
    files,
    setFiles,
    /** The account exists, or none is wanted any more. */
    forgetDraft: () => {
      setDraft(structuredClone(unwrap(empty)));
      setSecret({ password: '', sentPassword: '' });
      setSignal({ picture: null, introVideo: null });
      sessionStorage.removeItem(storageKey);
    },
  };
});

/** Another role has other steps: its wizard begins at the first. */
export function chooseRole(role: Draft['role']): void {
  if (draft.role !== role) setDraft({ role, step: 'role' });
}

export type Files = { picture: File | null; introVideo: File | null };
/** Files were chosen before a reload, which this page does not have any more. */
export const filesAreLost = () => draft.hasFiles && !files().picture && !files().introVideo;
