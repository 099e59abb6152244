import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Namespace, Server } from 'socket.io';
import { ConnectionCheck } from './ConnectionCheck.ts';
import { checkNamespace, type ClientToCheck } from './contracts/check.ts';
import { SignallingError } from './SignallingError.ts';
import { verifyCheckTicket } from './tickets.ts';
import type { WorkerPool } from './WorkerPool.ts';

type NoEvents = Record<string, never>;
type Checks = Namespace<ClientToCheck, NoEvents, NoEvents, unknown>;

export interface CheckOptions {
  pool: WorkerPool;
  ticketSecret: string;
  /** A check that takes longer is over. */
  longestMs?: number;
  /** At the same time on this node: lessons come first. */
  checksAtOnce?: number;
  checksPerMinute?: number;
}

/** Lets pages try their ways to this node before a lesson (ROOM-2): few at once, not often, not for long. */
export function acceptChecks(
  io: Pick<Server, 'of'>,
  { pool, ticketSecret, longestMs = 15_000, checksAtOnce = 40, checksPerMinute = 12 }: CheckOptions,
): void {
  const checks: Checks = io.of(checkNamespace);
  const past = new RateLimiterMemory({ points: checksPerMinute, duration: 60 });
  const admit = async (auth: unknown) => {
    const { sub } = await verifyCheckTicket(auth, ticketSecret);
    if (checks.sockets.size >= checksAtOnce) throw new SignallingError('too_many', 'others check just now');
    await past.consume(sub).catch(() => {
      throw new SignallingError('too_many', 'this person has checked too often');
    });
  };
  checks.use((socket, next) => {
    admit(socket.handshake.auth).then(
      () => next(),
      (error: unknown) => next(error instanceof Error ? error : new Error('refused')),
    );
  });
  checks.on('connection', (socket) => {
    const check = new ConnectionCheck(pool);
    const timer = setTimeout(() => socket.disconnect(true), longestMs);
    socket.once('disconnect', () => {
      clearTimeout(timer);
      check.close();
    });
    socket.on('openProbe', (request, answer: unknown) => {
      if (typeof answer !== 'function') return;
      void check.open(request).then((given) => (answer as (value: typeof given) => void)(given));
    });
  });
}
