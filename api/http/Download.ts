import { Readable } from 'node:stream';
import type { Context } from 'koa';

/** Nothing that stands in it runs in our name, should a browser show it all the same. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** An answer that is a file to be kept: sent as it is written, and never shown as a page of ours. */
export class Download {
  readonly #name: string;
  readonly #type: 'text/plain' | 'text/html';
  readonly #content: AsyncIterable<string>;

  /** @param name of the file, of letters that need no quoting */
  constructor(name: string, type: 'text/plain' | 'text/html', content: AsyncIterable<string>) {
    this.#name = name;
    this.#type = type;
    this.#content = content;
  }

  write(context: Context): void {
    context.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename="${this.#name}"`,
      'Cache-Control': 'private, no-store',
    });
    context.type = `${this.#type}; charset=utf-8`;
    context.body = Readable.from(this.#content, { objectMode: false });
  }
}
