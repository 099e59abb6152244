import type { Knex } from 'knex';
import type { Context } from 'koa';
import Router from 'koa-router';
import { User } from '../accounts/index.ts';
import type { Services } from '../Services.ts';
import { onlyOpen, Session } from '../sessions/index.ts';
import { Refusal } from '../Refusal.ts';
import { html, type Html } from '../text/html.ts';
import { keepPages } from './keepPages.ts';

/** The protocol allows 50,000 addresses a file; these stay small. */
const addressesAFile = 10_000;
const keeping = { freshMs: 10 * 60_000, staleMs: 3600_000, most: 30 };
const maxAgeSeconds = 600;
const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** What no search engine has to look at: calls, and pages that are somebody's own. */
const closed = ['/api/', '/dashboard', '/session/', '/files/', '/dev/'];

/** robots.txt and the sitemap of what is public (WEB-2). */
export function siteRoutes({ knex, settings, now }: Services): Router {
  const router = new Router();
  const { origin } = new URL(settings.publicUrl);
  const keep = keepPages<string>(keeping);
  const serve = (path: string, type: string, write: (part: number) => Promise<string | null>) =>
    router.get(path, async (context: Context) => {
      const { part = '1' } = context.params as { part?: string };
      context.state.route = path;
      if (!/^[1-9]\d{0,5}$/.test(part)) throw new Refusal('not_found');
      const body = await keep(context.path, () => write(Number(part)));
      if (body === null) throw new Refusal('not_found');
      context.type = type;
      context.set('Cache-Control', `public, max-age=${maxAgeSeconds}`);
      context.body = body;
    });

  serve('/robots.txt', 'text/plain', () =>
    Promise.resolve(
      [
        'User-agent: *',
        ...closed.map((path) => `Disallow: ${path}`),
        '',
        `Sitemap: ${origin}/sitemap.xml`,
        '',
      ].join('\n'),
    ),
  );
  serve('/sitemap.xml', 'application/xml', async () => {
    const parts = await Promise.all(
      lists.map(async ({ name, query }) => {
        const files = Math.ceil((await query(knex, now()).resultSize()) / addressesAFile);
        return Array.from({ length: files }, (_, index) => `/sitemaps/${name}-${index + 1}.xml`);
      }),
    );
    const files = ['/sitemaps/pages.xml', ...parts.flat()];
    return xml(
      'sitemapindex',
      files.map((path) => html`<sitemap><loc>${origin + path}</loc></sitemap>`),
    );
  });
  serve('/sitemaps/pages.xml', 'application/xml', () =>
    Promise.resolve(urlSet(['/', '/sessions', '/mentors'].map((path) => origin + path))),
  );
  for (const { name, query } of lists) {
    serve(`/sitemaps/${name}-:part.xml`, 'application/xml', async (part) => {
      const rows = await query(knex, now())
        .orderBy('id')
        .limit(addressesAFile)
        .offset((part - 1) * addressesAFile);
      return rows.length > 0 ? urlSet(rows.map(({ id }) => `${origin}/${name}/${id}`)) : null;
    });
  }
  return router;
}

/** Lessons that can still be booked, and mentors who are here. */
const lists = [
  {
    name: 'sessions',
    query: (knex: Knex, now: Date) => onlyOpen(Session.query(knex).select('sessions.id as id'), now, 'open'),
  },
  {
    name: 'mentors',
    query: (knex: Knex) =>
      User.query(knex)
        .select('id')
        .where({ role: 'mentor' })
        .whereNull('deletedAt')
        .whereIn('id', knex('mentor_figures').select('mentor_id')),
  },
];

const urlSet = (urls: string[]) =>
  xml(
    'urlset',
    urls.map((url) => html`<url><loc>${url}</loc></url>`),
  );

const xml = (root: 'urlset' | 'sitemapindex', entries: Html[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${sitemapNamespace}">${html`${entries}`.markup}</${root}>\n`;
