import { NotFoundPage, publicPages } from '../routes.tsx';
import { showTimesIn } from '../lib/zone.ts';

// Where most visitors are; a page names the zone of its times, and the browser shows its own once it has taken over.
showTimesIn('Asia/Kolkata');
// Parts of pages that are fetched when opened are here from the start, so that rendering never waits.
await Promise.all([...Object.values(publicPages), NotFoundPage].map((page) => page.preload()));

export { renderPage } from './renderPage.tsx';
