export { countMentors, listMentors } from './listMentors.ts';
export { mentorRoutes } from './routes.ts';
