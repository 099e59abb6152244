import type { Locale } from '../contracts/accounts.ts';
import { pageDataId, pageLocaleParam, type PageHead, type RenderedPage } from '../contracts/pages.ts';
import { html, type Html } from '../text/html.ts';
import type { WebBuild } from './build.ts';

const locales: Record<Locale, { openGraph: string }> = {
  en: { openGraph: 'en_IN' },
  hi: { openGraph: 'hi_IN' },
};

/** Writes a rendered page into the shell that Vite built. */
export function writeDocument(
  { shell, filesOf }: WebBuild,
  { html: content, head, module, data }: RenderedPage,
  about: { locale: Locale; origin: string; namesLocale: boolean },
): string {
  const { styles, scripts } = filesOf(module, about.locale);
  const sheets = styles.map((path) => html`<link rel="stylesheet" href="${path}" />`.markup).join('');
  const preloads = scripts.map(
    (path) => html`<link rel="modulepreload" fetchpriority="low" crossorigin href="${path}" />`.markup,
  );
  const [start, headStart, body, end] = shell;
  const dataBlock = `<script type="application/json" id="${pageDataId}">${inertJson(data)}</script>`;
  return [
    `${start}${about.locale}${headStart}`,
    writeHead(head, about).markup,
    head.jsonLd.map((each) => `<script type="application/ld+json">${inertJson(each)}</script>`).join(''),
    // After the shell's own stylesheet, which declares in what order the layers of all others count.
    body
      .replace(/<link rel="stylesheet"[^>]*>/, (own) => own + sheets)
      .replace('</head>', () => `${preloads.join('')}</head>`),
    ` data-sent>${content}</div>${dataBlock}${end}`,
  ].join('');
}

function writeHead(
  head: PageHead,
  { locale, origin, namesLocale }: Parameters<typeof writeDocument>[2],
): Html {
  const inLanguage = (tag: string) => `${origin}${head.path}?${pageLocaleParam}=${tag}`;
  const canonical = namesLocale ? inLanguage(locale) : origin + head.path;
  const picture = origin + head.image.path;
  const alternates = head.indexed
    ? [
        ...Object.keys(locales).map(
          (tag) => html`<link rel="alternate" hreflang="${tag}" href="${inLanguage(tag)}" />`,
        ),
        html`<link rel="alternate" hreflang="x-default" href="${origin + head.path}" />
          <link rel="canonical" href="${canonical}" />`,
      ]
    : [html`<meta name="robots" content="noindex" />`];
  return html`<title>${head.title}</title>
    <meta name="description" content="${head.description}" />
    ${alternates}
    <meta property="og:site_name" content="PeerLearn" />
    <meta property="og:type" content="${head.ogType}" />
    <meta property="og:title" content="${head.title}" />
    <meta property="og:description" content="${head.description}" />
    <meta property="og:url" content="${canonical}" />
    <meta property="og:locale" content="${locales[locale].openGraph}" />
    <meta property="og:image" content="${picture}" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${head.image.alt}" />
    <meta name="twitter:card" content="summary_large_image" />
    <meta name="twitter:title" content="${head.title}" />
    <meta name="twitter:description" content="${head.description}" />
    <meta name="twitter:image" content="${picture}" />`;
}

const inert: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that can stand in a script element: nothing in it can end the element or begin a comment. */
export const inertJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => inert[character] ?? '');
