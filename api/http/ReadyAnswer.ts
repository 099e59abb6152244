import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'koa';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Below this a packed answer is hardly smaller. */
const packFromBytes = 1024;
const brotliQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

type Encoding = 'br' | 'gzip' | 'identity';

/** An answer that was written out before: the JSON of what the route's `answer` describes. */
export class ReadyAnswer {
  readonly json: Buffer;
  readonly #etag: string;
  readonly #packed = new Map<Encoding, Promise<Buffer>>();

  /** Whether a route would give it now. */
  readonly holds: () => boolean;

  constructor(answer: unknown, holds: () => boolean) {
    this.holds = holds;
    this.json = Buffer.from(JSON.stringify(answer));
    this.#etag = `W/"${createHash('sha1').update(this.json).digest('base64url')}"`;
  }

  /**
   * Writes it as the caller can read it, packed once for all; who has it already is told so (304). Anyone may keep it,
   * but asks each time whether it still holds: pages read again when they hear of a change.
   */
  async write(context: Context): Promise<void> {
    context.set('ETag', this.#etag);
    context.set('Cache-Control', 'public, no-cache');
    context.vary('Accept-Encoding');
    context.type = 'json';
    if (context.fresh) {
      context.status = 304;
      return;
    }
    const accepted =
      this.json.length < packFromBytes ? 'identity' : context.acceptsEncodings('br', 'gzip', 'identity');
    if (accepted === 'br' || accepted === 'gzip') context.set('Content-Encoding', accepted);
    context.body = accepted === 'br' || accepted === 'gzip' ? await this.#pack(accepted) : this.json;
  }

  #pack(encoding: 'br' | 'gzip'): Promise<Buffer> {
    const known = this.#packed.get(encoding);
    if (known) return known;
    const packing = encoding === 'br' ? brotli(this.json, brotliQuality) : zip(this.json);
    this.#packed.set(encoding, packing);
    return packing;
  }
}
