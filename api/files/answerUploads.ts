import { Readable } from 'node:stream';
import type { Server } from '@tus/server';
import type { Context, Next } from 'koa';
import type { Caller } from '../accounts/index.ts';
import { callerOf } from '../http/routing.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { findUpload } from './findUpload.ts';
import { createTusServer, uploadsPath } from './tusServer.ts';

const methods = new Set(['POST', 'HEAD', 'PATCH', 'DELETE']);
const protocol = { 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store' };

/** Serves the tus protocol; it reads bodies itself, so it comes before what parses them. */
export function answerUploads(services: Services) {
  const callers = new WeakMap<Request, Caller>();
  const refusals = new WeakMap<Request, Refusal>();
  // Made at the first call: it creates its folder.
  let tus: Server | undefined;

  return async (context: Context, next: Next): Promise<void> => {
    const { path, method } = context;
    if (!(path === uploadsPath || path.startsWith(`${uploadsPath}/`)) || !methods.has(method)) {
      await next();
      return;
    }
    context.state.route = path === uploadsPath ? uploadsPath : `${uploadsPath}/{id}`;
    context.set(protocol);
    const caller = await callerOf(context, services);
    if (!caller) throw new Refusal('not_signed_in');
    if (method === 'HEAD' && (await answerSettled(services, context, caller))) return;
    tus ??= createTusServer(services, callers, refusals);
    const request = webRequest(context);
    callers.set(request, caller);
    const response = await tus.handleWeb(request);
    const refusal = refusals.get(request);
    if (refusal) {
      // What is still coming of the body is not waited for.
      context.set('Connection', 'close');
      throw refusal;
    }
    await writeAnswer(context, response);
  };
}

/** To a page that lost the last answer on its way, a file that arrived whole has arrived whole. */
async function answerSettled(services: Services, context: Context, caller: Caller): Promise<boolean> {
  const upload = await findUpload(services, caller.userId, context.path.slice(uploadsPath.length + 1));
  if (upload.state === 'open') return false;
  context.status = 200;
  context.set({ 'Upload-Offset': String(upload.bytes), 'Upload-Length': String(upload.bytes) });
  return true;
}

function webRequest({ req, method, path }: Context): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers))
    if (value !== undefined) headers.set(name, String(value));
  const hasBody = method === 'POST' || method === 'PATCH';
  const body = hasBody ? (Readable.toWeb(req) as ReadableStream<Uint8Array>) : undefined;
  // The host is not believed, and not used.
  const init = { method, headers, ...(body && { body, duplex: 'half' }) };
  return new Request(new URL(path, 'http://localhost'), init as RequestInit);
}

async function writeAnswer(context: Context, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  response.headers.forEach((value, name) => context.set(name, value));
  context.status = response.status;
  if (body.length > 0) context.body = body;
}
