import type { Standing } from '../sessions/index.ts';

/** Whose connection someone may read of in a lesson: a mentor and an admin everyone's, a learner their own. */
export const readsOfAll = (standing: Standing): boolean => standing !== 'learner';
