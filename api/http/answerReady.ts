import type { Context, Next } from 'koa';
import type { CountCall } from './limitCalls.ts';
import { putNewest } from './putNewest.ts';
import type { ReadyAnswer } from './ReadyAnswer.ts';

/** An answer as it went over the line. */
interface Sent {
  answer: ReadyAnswer;
  route: string;
  headers: string[];
  /** A byte a character: Node sends head and body as one string, where it would gather a head and a buffer. */
  body: string;
}

const sentMost = 200;

/**
 * Answers visitors at the door with what the same question was answered a moment ago, as long as it still holds: of what
 * everybody asks for, all else that a request goes through would be most of the work (PERF-1). A route that gave a
 * `ReadyAnswer` has left it in `context.state.ready`.
 */
export function answerReady(countCall: CountCall) {
  const sent = new Map<string, Sent>();
  return async (context: Context, next: Next) => {
    const { method, headers, url } = context.req;
    // Who is logged in may be answered something else, and who has it already is not sent it again.
    const isOrdinary = method === 'GET' && !headers.authorization && !headers['if-none-match'];
    if (!isOrdinary) return void (await next());
    const question = `${url} ${String(headers['accept-encoding'])}`;
    const known = sent.get(question);
    if (known?.answer.holds() && (await countCall(context.ip))) return send(context, known);
    sent.delete(question);
    await next();
    const answer = context.state.ready as ReadyAnswer | undefined;
    if (!answer || !Buffer.isBuffer(context.body)) return;
    const body = context.body.toString('latin1');
    const route = context.state.route as string;
    putNewest(sent, question, { answer, route, headers: headersOf(context), body }, sentMost);
  };
}

/** But for the id, which is each request's own. */
const headersOf = ({ response }: Context): string[] =>
  Object.entries(response.headers).flatMap(([name, value]) =>
    name === 'x-request-id' ? [] : [name, String(value)],
  );

function send(context: Context, { route, headers, body }: Sent): void {
  context.state.route = route;
  context.status = 200;
  context.respond = false;
  context.res.writeHead(200, [...headers, 'X-Request-Id', context.state.requestId as string]);
  context.res.end(body, 'latin1');
}
