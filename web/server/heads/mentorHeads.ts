import { mentor, mentorPage, type Mentor } from '../../../api/contracts/mentors.ts';
import { t } from '../../text/pageHeads.ts';
import { sitePicture, summed, titled, type MakeHead } from './head.ts';
import { breadcrumbs, context, itemList } from './jsonLd.ts';

export const mentorsHead: MakeHead = ({ origin, answers, search }) => {
  const { items } = mentorPage.parse(answers.get('/api/mentors') ?? { items: [], nextCursor: null });
  return {
    title: titled(t('heads.mentors')),
    description: t('heads.mentorsText'),
    path: '/mentors',
    indexed: search === '',
    ogType: 'website',
    image: sitePicture(),
    jsonLd: [
      itemList(
        t('heads.mentors'),
        items.map(({ id }) => `${origin}/mentors/${id}`),
      ),
      breadcrumbs(origin, [
        [t('shell.product'), '/'],
        [t('heads.mentors'), '/mentors'],
      ]),
    ],
  };
};

export const mentorHead: MakeHead = ({ origin, answers, path }) => {
  const found = mentor.parse(answers.get(`/api${path}`));
  const own = `/mentors/${found.id}`;
  return {
    title: titled(found.name),
    description: summed(found.bio || t('heads.mentorText', { name: found.name })),
    path: own,
    indexed: true,
    ogType: 'profile',
    image: { path: `/share/mentors/${found.id}.png`, alt: found.name },
    jsonLd: [
      profilePage(found, origin + own, origin),
      breadcrumbs(origin, [
        [t('shell.product'), '/'],
        [t('heads.mentors'), '/mentors'],
        [found.name, own],
      ]),
    ],
  };
};

/** Stars only where learners gave some: search engines show them as they are. */
function profilePage(
  { name, bio, rating, skills, languages, pictureUrl, since }: Mentor,
  url: string,
  origin: string,
) {
  return {
    '@context': context,
    '@type': 'ProfilePage',
    url,
    dateCreated: since,
    mainEntity: {
      '@type': 'Person',
      name,
      url,
      ...(bio && { description: bio }),
      ...(pictureUrl && { image: origin + pictureUrl }),
      ...(skills.length > 0 && { knowsAbout: skills }),
      ...(languages.length > 0 && { knowsLanguage: languages }),
      ...(rating.average !== null &&
        rating.count > 0 && {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: rating.average,
            ratingCount: rating.count,
            bestRating: 5,
            worstRating: 1,
          },
        }),
    },
  };
}
