export { announceFigures, mentorChanged, mentorLeft } from './announceMentor.ts';
export { catalogueChanges, clearCatalogueAfter } from './changes.ts';
export { narrow, type Narrowing, whereTerms } from './findByTerms.ts';
export { indexMissing, indexSession } from './indexTerms.ts';
export { addToFigures, MentorFigures, presentRating } from './model.ts';
export {
  domainTerm,
  languageTerm,
  leastAverage,
  priceTerm,
  type Term,
  termsAsked,
  topicKey,
  topicTerm,
} from './rules.ts';
