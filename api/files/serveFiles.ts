import type { Context } from 'koa';
import Router from 'koa-router';
import { z } from 'zod';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { createLinks } from './links.ts';
import { StoredFile } from './model.ts';
import { createPlaces } from './places.ts';
import { sendFile } from './sendFile.ts';

/** Where a private file lies; undefined when it is not theirs or is gone. Given by each domain that makes such files. */
export type FindPrivateFile = (
  id: string,
) => Promise<{ path: string; type: string; name: string } | undefined>;

const uuid = z.uuid();
const text = z.string().max(200).catch('');
const yearSeconds = 365 * 24 * 3600;
/** Other bytes always have another address. */
const forEver = `public, max-age=${yearSeconds}, immutable`;

/** Files of people: pictures and intro videos for everyone, private ones by signed links. */
export function serveFiles(services: Services, finders: FindPrivateFile[]): Router {
  const { knex, settings, now } = services;
  const places = createPlaces(settings.dataDir);
  const links = createLinks(settings);
  const router = new Router();
  const serve = (pattern: string, answer: (context: Context, id: string) => Promise<void>) =>
    router.get(pattern, async (context: Context) => {
      context.state.route = pattern;
      await answer(context, idOf(context));
    });

  serve('/files/pictures/:file', async (context, id) => {
    const size = context.query.size === '128' ? 128 : 512;
    await sendFile(context, {
      path: places.picture(id, size),
      ...{ type: 'image/webp', tag: `${id}-${size}`, caching: forEver },
      ...{ disposition: 'inline', name: 'picture.webp' },
    });
  });

  serve('/files/videos/:file', async (context, id) => {
    const row = await StoredFile.query(knex).findOne({ id, purpose: 'introVideo' }).whereNull('removed_at');
    if (!row) throw new Refusal('not_found');
    const path = places.video(id);
    const name = `video.${row.type === 'video/quicktime' ? 'mov' : row.type.replace('video/', '')}`;
    await sendFile(context, {
      ...{ path, type: row.type, tag: id, caching: forEver },
      ...{ disposition: 'inline', name },
    });
  });

  serve('/files/private/:file', async (context, id) => {
    const { expires, signature } = context.query;
    links.check(id, text.parse(expires), text.parse(signature), now());
    const file = await firstFound(finders, id);
    if (!file) throw new Refusal('not_found');
    await sendFile(context, {
      ...{ ...file, type: typeSent(file.type), tag: id, caching: 'private, no-store' },
      ...{ disposition: 'attachment' },
    });
  });

  router.get(/^\/files(\/|$)/, () => {
    throw new Refusal('not_found');
  });
  return router;
}

async function firstFound(finders: FindPrivateFile[], id: string) {
  for (const find of finders) {
    const file = await find(id);
    if (file) return file;
  }
  return undefined;
}

/** Text is ours only when it is UTF-8. */
const typeSent = (type: string) => (type === 'text/plain' ? 'text/plain; charset=utf-8' : type);

/** An id of ours, for a picture with its ending; nothing else ever becomes a path. */
function idOf(context: Context): string {
  const { file = '' } = context.params as { file?: string };
  const name = context.path.startsWith('/files/pictures/') ? /^(.+)\.webp$/.exec(file)?.[1] : file;
  const id = uuid.safeParse(name);
  if (!id.success) throw new Refusal('not_found');
  return id.data;
}
