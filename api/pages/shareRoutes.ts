import { join } from 'node:path';
import type { Context } from 'koa';
import Router from 'koa-router';
import type { Logger } from '../../config/logger.ts';
import type { Settings } from '../../config/settings.ts';
import type { Locale } from '../contracts/accounts.ts';
import { mentor } from '../contracts/mentors.ts';
import type { AskApi } from '../contracts/pages.ts';
import { session } from '../contracts/sessions.ts';
import { Refusal } from '../Refusal.ts';
import { share as english } from '../text/en/share.ts';
import { share as hindi } from '../text/hi/share.ts';
import { inLocale } from '../text/inLocale.ts';
import { keepPages } from './keepPages.ts';
import { learnFonts } from '../../config/ownFonts.ts';
import { drawSharePicture, type SharePicture } from './sharePicture.ts';

const keeping = { freshMs: 10 * 60_000, staleMs: 24 * 3600_000, most: 60 };
const maxAgeSeconds = 3600;

type Describe = (id: string, locale: Locale) => Promise<SharePicture | null>;

/** Pictures of share previews (WEB-2), drawn when they are asked for. */
export function shareRoutes(ask: AskApi, settings: Settings, logger: Logger): Router {
  const router = new Router();
  let fonts: Promise<void> | undefined;
  const draw = async (about: SharePicture) => {
    await (fonts ??= learnFonts(join(settings.dataDir, 'fonts')));
    return drawSharePicture(about);
  };
  const keep = keepPages<Buffer | 'not drawn'>(keeping);
  const serve = (path: string, describe: Describe) =>
    router.get(path, async (context: Context) => {
      const { id = '' } = context.params as { id?: string };
      const locale: Locale = context.query.lang === 'hi' ? 'hi' : 'en';
      context.state.route = path;
      const picture = await keep(`${path} ${id} ${locale}`, async () => {
        const about = await describe(id, locale);
        if (!about) return null;
        return draw(about).catch((error: unknown) => {
          logger.warn({ err: error }, 'a share preview was not drawn');
          return 'not drawn' as const;
        });
      });
      if (picture === 'not drawn') return context.redirect('/share.png');
      if (!picture) throw new Refusal('not_found');
      context.type = 'png';
      context.set('Cache-Control', `public, max-age=${maxAgeSeconds}`);
      // Other sites show it.
      context.set('Cross-Origin-Resource-Policy', 'cross-origin');
      context.body = picture;
    });
  serve('/share/sessions/:id.png', describeSession(ask));
  serve('/share/mentors/:id.png', describeMentor(ask));
  return router;
}

const texts = { en: english, hi: hindi };
const formats = { en: 'en-IN', hi: 'hi-IN' };

const describeSession =
  (ask: AskApi): Describe =>
  async (id, locale) => {
    const { status, body } = await ask(`/api/sessions/${encodeURIComponent(id)}`);
    if (status !== 200) return null;
    const { title, startsAt, mentor: by, domains, topics } = session.parse(body);
    const text = inLocale(locale, texts);
    const when = new Intl.DateTimeFormat(formats[locale], {
      ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      ...{ timeZone: 'Asia/Kolkata', timeZoneName: 'short' },
    }).format(new Date(startsAt));
    const label = domains.length > 0 ? domains.join(' · ') : (topics[0] ?? '');
    return { product: text.product, title, line: text.sessionBy({ mentor: by.name, when }), label };
  };

const describeMentor =
  (ask: AskApi): Describe =>
  async (id, locale) => {
    const { status, body } = await ask(`/api/mentors/${encodeURIComponent(id)}`);
    if (status !== 200) return null;
    const { name, about, skills, rating } = mentor.parse(body);
    const text = inLocale(locale, texts);
    const stars = rating.average === null ? [] : [`★ ${rating.average.toFixed(1)}`];
    return {
      ...{ product: text.product, title: name },
      line: about || text.mentor,
      label: [...stars, ...skills.slice(0, 3)].join(' · '),
    };
  };
