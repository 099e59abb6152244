import type { Session } from '../../../api/contracts/sessions.ts';

/** schema.org objects that search engines read (JSON-LD 1.1). */
export const context = 'https://schema.org';

export const breadcrumbs = (origin: string, trail: [name: string, path: string][]) => ({
  '@context': context,
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: origin + path,
  })),
});

export const itemList = (name: string, urls: string[]) => ({
  '@context': context,
  '@type': 'ItemList',
  name,
  numberOfItems: urls.length,
  itemListElement: urls.map((url, index) => ({ '@type': 'ListItem', position: index + 1, url })),
});

const eventStatus = (state: Session['state']) =>
  `${context}/${state === 'cancelled' || state === 'missed' ? 'EventCancelled' : 'EventScheduled'}`;

/** A lesson as an event that takes place online, with what a seat costs. */
export function lessonEvent(session: Session, url: string, pictureUrl: string, origin: string) {
  const mentor = {
    '@type': 'Person',
    name: session.mentor.name,
    url: `${origin}/mentors/${session.mentor.id}`,
    ...(session.mentor.pictureUrl && { image: origin + session.mentor.pictureUrl }),
  };
  const isOpen = session.state === 'scheduled' || session.state === 'live';
  return {
    '@context': context,
    '@type': 'EducationEvent',
    name: session.title,
    description: session.description || session.topics.join(', '),
    url,
    image: [pictureUrl],
    startDate: session.startsAt,
    endDate: session.endsAt,
    duration: `PT${session.durationMinutes}M`,
    eventStatus: eventStatus(session.state),
    eventAttendanceMode: `${context}/OnlineEventAttendanceMode`,
    location: { '@type': 'VirtualLocation', url },
    maximumAttendeeCapacity: session.capacity,
    remainingAttendeeCapacity: session.seatsLeft,
    isAccessibleForFree: session.pricePaise === 0,
    about: session.topics,
    organizer: mentor,
    performer: mentor,
    offers: {
      '@type': 'Offer',
      url,
      price: (session.pricePaise / 100).toFixed(2),
      priceCurrency: 'INR',
      availability: `${context}/${isOpen && session.seatsLeft > 0 ? 'InStock' : 'SoldOut'}`,
    },
  };
}
