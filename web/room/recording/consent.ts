import { type Accessor, createSignal } from 'solid-js';

const keyOf = (sessionId: string) => `peerlearn.may-record.${sessionId}`;
const known = new Map<string, Consent>();

/** Whether this person may be recorded in one lesson. */
export interface Consent {
  /** Nothing until they said: nobody is recorded before. */
  given: Accessor<boolean | undefined>;
  give: (agreed: boolean) => void;
}

/** What was said of being recorded in a lesson. It is kept with the tab, and told at each way in: a drop changes nothing. */
export function consentIn(sessionId: string): Consent {
  const before = known.get(sessionId);
  if (before) return before;
  const kept = sessionStorage.getItem(keyOf(sessionId));
  const [given, setGiven] = createSignal(kept === null ? undefined : kept === 'yes');
  const consent = {
    given,
    give: (agreed: boolean) => {
      setGiven(agreed);
      sessionStorage.setItem(keyOf(sessionId), agreed ? 'yes' : 'no');
    },
  };
  known.set(sessionId, consent);
  return consent;
}
