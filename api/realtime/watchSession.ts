import type { Logger } from '../../config/logger.ts';
import { channels, watchSession } from '../contracts/events.ts';
import type { LiveIdentity, LiveSocket } from './identify.ts';

/** Whether someone (null: a visitor) may know who is in a lesson's room. */
export type MayWatchSession = (
  me: Pick<LiveIdentity, 'userId' | 'role'> | null,
  sessionId: string,
) => Promise<boolean>;

type Answer = (result: { ok: boolean }) => void;

/** Lets a page join and leave the channel of one lesson. */
export function answerWatching(socket: LiveSocket, mayWatchSession: MayWatchSession, logger: Logger): void {
  const watch = async (data: unknown): Promise<boolean> => {
    const request = watchSession.safeParse(data);
    if (!request.success) return false;
    const { sessionId } = request.data;
    const { userId, role } = socket.data;
    if (!(await mayWatchSession(userId && role ? { userId, role } : null, sessionId))) return false;
    await socket.join(channels.session(sessionId));
    return true;
  };
  const unwatch = async (data: unknown): Promise<boolean> => {
    const request = watchSession.safeParse(data);
    if (!request.success) return false;
    await socket.leave(channels.session(request.data.sessionId));
    return true;
  };
  socket.on('watchSession', (data, answer) => void reply(watch(data), answer, logger));
  socket.on('unwatchSession', (data, answer) => void reply(unwatch(data), answer, logger));
}

/** The type of `answer` is a promise of the page's, not a fact: anyone can send an event without one. */
async function reply(result: Promise<boolean>, answer: Answer | undefined, logger: Logger) {
  const ok = await result.catch((error: unknown) => {
    logger.error({ err: error }, 'a lesson could not be watched');
    return false;
  });
  if (typeof answer === 'function') answer({ ok });
}
