import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import type {
  MediaToClient,
  ClientToMedia,
  RequestAnswer,
  RequestData,
  RequestName,
  ResponseData,
  ServerEventData,
  ServerEventName,
  SignallingErrorCode,
} from '../../../media/contracts/signalling.ts';

/** A request or a handshake that the node refused. */
export class Refused extends Error {
  readonly code: SignallingErrorCode;
  constructor({ code, message }: { code: SignallingErrorCode; message: string }) {
    super(message);
    this.name = 'Refused';
    this.code = code;
  }
}

const answerTimeoutMs = 15_000;

/** Signalling as the contract says it, without media; every event is also kept. */
export class SignallingClient extends EventEmitter<{ [N in ServerEventName]: [ServerEventData<N>] }> {
  readonly socket: Socket<MediaToClient, ClientToMedia>;
  readonly events: { name: ServerEventName; data: unknown }[] = [];

  private constructor(socket: Socket<MediaToClient, ClientToMedia>) {
    super();
    this.socket = socket;
    socket.onAny((name: ServerEventName, data: unknown) => {
      this.events.push({ name, data });
      this.emit(name, data as never);
    });
  }

  /** @throws Refused when the handshake is not accepted. */
  static async connect(url: string, auth: Record<string, unknown>): Promise<SignallingClient> {
    const socket: Socket<MediaToClient, ClientToMedia> = io(url, {
      auth,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    const client = new SignallingClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error: Error & { data?: Refused }) => {
        socket.disconnect();
        reject(error.data ? new Refused(error.data) : error);
      });
    });
    return client;
  }

  /** @throws Refused with the node's code. */
  async request<N extends RequestName>(
    name: N,
    data: RequestData<N>,
    id: string = randomUUID(),
  ): Promise<ResponseData<N>> {
    const answer = await this.send({ id, name, data });
    if (!answer.ok) throw new Refused(answer.error);
    return answer.data as ResponseData<N>;
  }

  /** Sends anything at all as a request. */
  async send(envelope: unknown): Promise<RequestAnswer> {
    return (await this.socket
      .timeout(answerTimeoutMs)
      .emitWithAck('request', envelope as never)) as RequestAnswer;
  }

  names(): ServerEventName[] {
    return this.events.map(({ name }) => name);
  }

  close(): void {
    this.socket.disconnect();
  }
}
