import { createReadStream } from 'node:fs';
import type { Context } from 'koa';
import { disposition } from '../http/disposition.ts';
import { Refusal } from '../Refusal.ts';
import { readRange } from './byteRange.ts';
import { sizeOf } from './places.ts';

export interface SentFile {
  path: string;
  type: string;
  /** Names these bytes; another file never has it. */
  tag: string;
  /** As Cache-Control. */
  caching: string;
  disposition: 'inline' | 'attachment';
  name: string;
}

/** Nothing that stands in a file runs in our name, whatever a browser takes it for. */
const policy = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** Answers with a file or a part of it. @throws Refusal `not_found` */
export async function sendFile(context: Context, file: SentFile): Promise<void> {
  const size = await sizeOf(file.path);
  if (size === undefined) throw new Refusal('not_found');
  context.set({
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': disposition(file.disposition, file.name),
    'Cache-Control': file.caching,
    'Accept-Ranges': 'bytes',
  });
  context.status = 200;
  context.type = file.type;
  context.etag = file.tag;
  if (context.fresh) {
    context.status = 304;
    return;
  }
  const range = isAbout(context, file.tag) ? readRange(context.get('Range'), size) : 'none';
  if (range === 'unsatisfiable') {
    context.status = 416;
    context.set('Content-Range', `bytes */${size}`);
    context.body = null;
    context.status = 416;
    return;
  }
  const { start, end } = range === 'none' ? { start: 0, end: size - 1 } : range;
  if (range !== 'none') {
    context.status = 206;
    context.set('Content-Range', `bytes ${start}-${end}/${size}`);
  }
  context.body = createReadStream(file.path, { start, end: Math.max(end, 0) });
  context.type = file.type;
  context.length = end - start + 1;
}

/** A part is wanted only of the file that the asker has the rest of (RFC 9110, 13.1.5). */
function isAbout(context: Context, tag: string): boolean {
  const condition = context.get('If-Range');
  return condition === '' || condition === `"${tag}"`;
}
