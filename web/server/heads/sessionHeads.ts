import { sessionForMe, sessionPage } from '../../../api/contracts/sessions.ts';
import { formatDate, formatTime, formatZone } from '../../lib/formats.ts';
import { t } from '../../text/pageHeads.ts';
import { sitePicture, summed, titled, type MakeHead } from './head.ts';
import { breadcrumbs, itemList, lessonEvent } from './jsonLd.ts';

export const sessionsHead: MakeHead = ({ origin, answers, search }) => {
  const { items } = sessionPage.parse(answers.get('/api/sessions') ?? { items: [], nextCursor: null });
  const urls = items.map(({ id }) => `${origin}/sessions/${id}`);
  return {
    title: titled(t('sessionList.title')),
    description: t('heads.sessionsText'),
    path: '/sessions',
    // What was searched for is one visitor's list; the whole one is known already.
    indexed: search === '',
    ogType: 'website',
    image: sitePicture(),
    jsonLd: [
      itemList(t('sessionList.title'), urls),
      breadcrumbs(origin, [
        [t('shell.product'), '/'],
        [t('shell.sessions'), '/sessions'],
      ]),
    ],
  };
};

export const sessionHead: MakeHead = ({ origin, answers, path }) => {
  const session = sessionForMe.parse(answers.get(`/api${path}`));
  const own = `/sessions/${session.id}`;
  const image = { path: `/share/sessions/${session.id}.png`, alt: session.title };
  const { startsAt, description, topics, title } = session;
  const when = t('heads.sessionWhen', {
    day: formatDate(startsAt),
    time: `${formatTime(startsAt)} ${formatZone(startsAt)}`,
    mentor: session.mentor.name,
  });
  return {
    title: titled(title),
    description: summed(`${when} ${description || topics.join(', ')}`),
    path: own,
    indexed: true,
    ogType: 'article',
    image,
    jsonLd: [
      lessonEvent(session, origin + own, origin + image.path, origin),
      breadcrumbs(origin, [
        [t('shell.product'), '/'],
        [t('shell.sessions'), '/sessions'],
        [title, own],
      ]),
    ],
  };
};
