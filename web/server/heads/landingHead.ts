import { t } from '../../text/pageHeads.ts';
import type { MakeHead } from './head.ts';
import { sitePicture } from './head.ts';
import { context } from './jsonLd.ts';

export const landingHead: MakeHead = ({ origin, locale }) => ({
  title: t('heads.landingTitle'),
  description: t('heads.landingText'),
  path: '/',
  indexed: true,
  ogType: 'website',
  image: sitePicture(),
  jsonLd: [
    {
      '@context': context,
      '@type': 'Organization',
      '@id': `${origin}/#organization`,
      name: t('shell.product'),
      url: `${origin}/`,
      logo: `${origin}/icon-512.png`,
    },
    {
      '@context': context,
      '@type': 'WebSite',
      name: t('shell.product'),
      url: `${origin}/`,
      inLanguage: locale,
      publisher: { '@id': `${origin}/#organization` },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${origin}/sessions?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ],
});
