import { z } from 'zod';
import { domain, lessonLanguage } from '../../api/contracts/teaching.ts';

/** What the list of mentors is narrowed to, as it stands in the address. */
const shape = {
  q: z.string().trim().min(1).max(80),
  domain,
  rating: z.coerce.number().min(1).max(5),
  language: lessonLanguage,
};
export type MentorFilters = { [K in keyof typeof shape]?: z.infer<(typeof shape)[K]> };
const names = Object.keys(shape) as (keyof MentorFilters)[];

/** Reads an address; what is not understood is left out. */
export const readFilters = (search: Record<string, string | string[] | undefined>): MentorFilters =>
  Object.fromEntries(
    names.flatMap((name) => {
      const written = search[name];
      const parsed = shape[name].safeParse(Array.isArray(written) ? written[0] : written);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );

/** For the address; undefined takes a name out of it. */
export const writeFilters = (filters: MentorFilters): Record<string, string | undefined> =>
  Object.fromEntries(names.map((name) => [name, filters[name]?.toString()]));

export const activeFilters = (filters: MentorFilters) =>
  names.filter(
    (name): name is Exclude<keyof MentorFilters, 'q'> => name !== 'q' && filters[name] !== undefined,
  );
