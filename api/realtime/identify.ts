import type { Socket } from 'socket.io';
import type { Role } from '../contracts/accounts.ts';
import type { ErrorCode } from '../contracts/errors.ts';
import { liveHandshake, type LiveToPage, type PageToLive } from '../contracts/events.ts';

/** Who a valid access token belongs to, and until when it is valid. */
export interface LiveIdentity {
  userId: string;
  role: Role;
  expiresAt: Date;
}

/** Checks an access token; null when it is not valid (any more). */
export type Authenticate = (token: string) => Promise<LiveIdentity | null>;

export interface LiveData {
  userId: string | null;
  role: Role | null;
  /** ISO instant at which the token runs out. Data of a socket is stored while it is away, so no Date here. */
  expiresAt: string | null;
  /** For whom the channels were joined; differs from `userId` when another person resumed the connection. */
  heardAs?: string | null;
}

export type LiveSocket = Socket<PageToLive, LiveToPage, Record<string, never>, LiveData>;

/** Middleware: says who a socket is, or refuses it with a `connect_error` whose data has a code. */
export function identify(authenticate: Authenticate) {
  return (socket: LiveSocket, next: (error?: Error) => void) => {
    identifySocket(socket, authenticate).then(
      (refused) => next(refused && refusal(refused)),
      () => next(refusal('internal')),
    );
  };
}

async function identifySocket(
  socket: LiveSocket,
  authenticate: Authenticate,
): Promise<ErrorCode | undefined> {
  const handshake = liveHandshake.safeParse(socket.handshake.auth);
  if (!handshake.success) return 'bad_request';
  const { token } = handshake.data;
  const identity = token === undefined ? undefined : await authenticate(token);
  if (identity === null) return 'session_expired';
  socket.data.userId = identity?.userId ?? null;
  socket.data.role = identity?.role ?? null;
  socket.data.expiresAt = identity?.expiresAt.toISOString() ?? null;
  return undefined;
}

function refusal(code: ErrorCode): Error {
  return Object.assign(new Error(code), { data: { code } });
}
