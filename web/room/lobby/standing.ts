import type { Accessor } from 'solid-js';
import type { LobbyPerson } from '../../../api/contracts/lobby.ts';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { now } from '../../lib/clock.ts';
import { t } from '../../text/lobby.ts';

type Options = {
  lesson: Accessor<SessionForMe>;
  people: Accessor<LobbyPerson[]>;
  /** Whether the person of this page is. */
  ready: Accessor<boolean>;
};
export type Standing = ReturnType<typeof createStanding>;

/** How things stand before a lesson: who is there and ready, and who may start it. */
export function createStanding({ lesson, people, ready }: Options) {
  const isMentor = () => lesson().mine?.isMentor === true;
  const scheduled = () => lesson().state === 'scheduled';
  const learners = () => people().filter(({ role }) => role === 'learner');
  const readyLearners = () => learners().filter((person) => person.ready);
  const mentor = () => people().find(({ role }) => role === 'mentor');
  const oneToOne = () => lesson().capacity === 1;
  const opensInMs = () => Date.parse(lesson().mine?.opensAt ?? '') - now();
  const mayStart = () => isMentor() && scheduled() && opensInMs() <= 0;
  /** Of a lesson for two; a group begins when its mentor says so. */
  const bothReady = () =>
    oneToOne() && readyLearners().length > 0 && (isMentor() ? ready() : mentor()?.ready === true);

  /** What is waited for, once this person is ready. */
  function sentence(): { title: string; text: string } | undefined {
    if (!ready() || !scheduled()) return undefined;
    if (!isMentor()) {
      const { name } = lesson().mentor;
      if (bothReady()) return { title: t('lobby.starting'), text: t('lobby.mentorHere', { mentor: name }) };
      const text = mentor()
        ? t('lobby.mentorHere', { mentor: name })
        : t('lobby.waitingText', { mentor: name });
      return { title: t('lobby.waiting'), text };
    }
    if (opensInMs() <= 0 && bothReady()) return { title: t('lobby.starting'), text: t('lobby.startsItself') };
    return { title: waitedFor(), text: t(oneToOne() ? 'lobby.startsItself' : 'lobby.startsByYou') };
  }
  function waitedFor(): string {
    const [here] = learners();
    if (!oneToOne()) return t('lobby.waitingForLearners');
    return here ? t('lobby.waitingForOne', { name: here.name }) : t('lobby.waitingForLearner');
  }
  return {
    ...{ isMentor, people, ready, scheduled, readyLearners, mayStart, sentence },
    mentorHere: () => mentor() !== undefined,
    oneToOne,
    /** Until the mentor may start; not above zero once they may. */
    opensInMs: () => (isMentor() && scheduled() ? opensInMs() : 0),
    /** The lesson starts by itself. */
    allReady: () => mayStart() && bothReady(),
  };
}
