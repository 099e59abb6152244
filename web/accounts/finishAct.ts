import type { User } from '../../api/contracts/accounts.ts';
import { bookSeat } from '../sessions/bookSeat.ts';
import { showToast } from '../ui/showToast.ts';
import { t } from '../text/auth.ts';
import type { Act } from './authGate.ts';

type Navigate = (path: string) => void;
type Finish<K extends Act['kind']> = (
  act: Extract<Act, { kind: K }>,
  user: User,
  navigate: Navigate,
) => void | Promise<void>;

/** What each act does once somebody is logged in; who logged in may turn out not to be one who may. */
const finishers: { [K in Act['kind']]: Finish<K> } = {
  async book({ sessionId }, user, navigate) {
    const path = `/sessions/${sessionId}`;
    if (location.pathname !== path) navigate(path);
    if (user.role === 'learner') return bookSeat(sessionId);
    const role = t(`roles.${user.role}`);
    showToast({ tone: 'info', title: t('auth.learnersBook'), text: t('auth.youAre', { role }) });
  },
  go: ({ path }, _user, navigate) => navigate(path),
};

export const finishAct = (act: Act, user: User, navigate: Navigate): void | Promise<void> =>
  (finishers[act.kind] as Finish<Act['kind']>)(act, user, navigate);
