import type { PeerView } from '../../../media/contracts/signalling.ts';
import { t } from '../../text/lobby.ts';

type Options = {
  people: PeerView[];
  isMentor: boolean;
  mentor: string;
  capacity: number;
  /** Whether this page itself is connected. */
  connected: boolean;
};

/** Why the clock stands still, for a person. */
export function pauseReason({ people, isMentor, mentor, capacity, connected }: Options): string {
  if (!connected) return t('clock.pausedForYou');
  const mentorHere = isMentor || people.some((peer) => peer.role === 'mentor' && peer.connected);
  if (!mentorHere) return t('clock.pausedFor', { name: mentor });
  const away = people.filter((peer) => peer.role === 'learner' && !peer.connected);
  const [first] = away;
  if (first && away.length === 1) return t('clock.pausedFor', { name: first.name });
  return t(capacity === 1 ? 'clock.pausedForLearner' : 'clock.pausedForLearners');
}
