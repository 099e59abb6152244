import type { ApiErrorCode } from '../../lib/problem.ts';
import { plural } from '../plural.ts';

export const ui = {
  close: 'Close',
  dismiss: 'Dismiss',
  messages: 'Messages',
  live: 'Live',
  loading: 'Loading…',
  optional: 'Optional',
  remove: (about: { name: string }) => `Remove ${about.name}`,
  add: 'Add',
  less: 'Less',
  more: 'More',
  topics: (about: { count: number }) =>
    plural(about.count, { one: '1 topic', other: `${about.count} topics` }),
  topicsCovered: (about: { covered: number; count: number }) =>
    `${about.covered} of ${about.count} topics covered`,
  hours: 'hours',
  minutes: 'min',
  seconds: 'sec',
  days: (about: { count: number }) => plural(about.count, { one: '1 day', other: `${about.count} days` }),
  startsInMinutes: (about: { count: number }) =>
    plural(about.count, { one: 'Starts in 1 minute', other: `Starts in ${about.count} minutes` }),
};

export const time = {
  dayAndTime: (about: { day: string; time: string }) => `${about.day}, ${about.time}`,
  dayAtTime: (about: { day: string; time: string }) => `${about.day} at ${about.time}`,
  fromTo: (about: { from: string; to: string }) => `${about.from} to ${about.to}`,
  yourTime: (about: { from: string; to: string; zone: string }) =>
    `${about.from} to ${about.to}, your time (${about.zone})`,
  minutes: (about: { count: number }) => `${about.count} min`,
  minutesLong: (about: { count: number }) => `${about.count} minutes`,
};

export const shell = {
  skip: 'Skip to content',
  product: 'PeerLearn',
  mainNavigation: 'Main',
  dashboard: 'Dashboard',
  footer: 'Footer',
  sessions: 'Sessions',
  liveCount: (about: { count: number }) => `${about.count} Live`,
  logIn: 'Log in',
  logOut: 'Log out',
  menu: 'Open menu',
  menuTitle: 'Menu',
  myDashboard: 'My dashboard',
  theme: 'Theme',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeSystem: 'As the system',
  yourMenu: (about: { name: string }) => `Your menu, ${about.name}`,
  reconnecting: 'Reconnecting… What you see may be a little old.',
  offline: 'You are offline. This page updates itself once you are back.',
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address may have a typing error, or the page has moved.',
  notFoundAction: 'See all sessions',
  brokenTitle: 'Something went wrong on this page',
  brokenText: 'Your bookings are safe. Load the page again; if it happens twice, tell us what you did.',
  brokenAction: 'Load again',
  retry: 'Retry',
  staleList: 'This is the last known list.',
  footNote: 'Live lessons in the browser.',
  apiDocs: 'API',
};

export const errors: Record<ApiErrorCode, string> = {
  bad_request: 'That did not arrive as it should. Load the page again and retry.',
  not_signed_in: 'Log in to do this.',
  wrong_credentials: 'E-mail or password is wrong.',
  session_expired: 'Your log-in has ended. Log in again.',
  forbidden: 'This is not yours to do.',
  not_found: 'This does not exist, or not any more.',
  method_not_allowed: 'That cannot be done here.',
  conflict: 'Someone was faster. Look again and retry.',
  slot_taken: 'Slot taken, try another.',
  already_booked: 'You already have a seat in this session.',
  overlaps: 'You already have a session at that time.',
  wrong_state: 'The session has moved on. Look at it again.',
  too_early: 'It is too early for that.',
  too_late: 'It is too late for that.',
  too_large: 'That is too large.',
  unsupported_media_type: 'That kind of file is not accepted.',
  invalid: 'Please look at the marked fields.',
  too_many_requests: 'That was a lot at once. Wait a moment and retry.',
  internal: 'Action failed. Retry?',
  unavailable: 'PeerLearn cannot be reached right now. Retry?',
  network: 'No connection. Check your network and retry.',
  unexpected_answer: 'Action failed. Retry?',
};
