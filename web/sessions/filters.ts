import { z } from 'zod';
import { id } from '../../api/contracts/common.ts';
import { lessonLanguage } from '../../api/contracts/teaching.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date();

/** Choices that are offered; an address may hold any that the API takes. */
export const pricesOffered = [300, 500, 1000];
export const ratingsOffered = [4.5, 4, 3];
export const whenChoices = ['now', 'today', 'week', 'dates'] as const;

/** What the list of sessions is narrowed to, as it stands in the address. */
const shape = {
  q: text(80),
  topic: text(80),
  domain: text(40),
  /** `free`, or at most so many rupees. */
  price: z.union([z.literal('free'), z.coerce.number().int().min(1).max(100_000)]),
  when: z.enum(whenChoices),
  /** Days in the reader's zone, both included; only with `when=dates`. */
  from: day,
  to: day,
  rating: z.coerce.number().min(1).max(5),
  language: lessonLanguage,
  mentor: id,
};
export type SessionFilters = { [K in keyof typeof shape]?: z.infer<(typeof shape)[K]> };
export type FilterName = keyof SessionFilters;
const names = Object.keys(shape) as FilterName[];

/** Reads an address; what is not understood is left out, so that an old or mistyped link still shows something. */
export function readFilters(search: Record<string, string | string[] | undefined>): SessionFilters {
  const read = names.flatMap((name) => {
    const written = search[name];
    const parsed = shape[name].safeParse(Array.isArray(written) ? written[0] : written);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  const filters = Object.fromEntries(read) as SessionFilters;
  if (filters.when !== 'dates') return { ...filters, from: undefined, to: undefined };
  const [from, to] = [filters.from, filters.to];
  return from && to && from > to ? { ...filters, from: to, to: from } : filters;
}

/** For the address; undefined takes a name out of it. */
export const writeFilters = (filters: SessionFilters): Record<FilterName, string | undefined> =>
  Object.fromEntries(names.map((name) => [name, filters[name]?.toString()])) as Record<
    FilterName,
    string | undefined
  >;

/** Filters that stand behind the button, each of them once; the search words have a field of their own. */
export const activeFilters = (filters: SessionFilters): Exclude<FilterName, 'q' | 'from' | 'to'>[] =>
  names.filter((name): name is Exclude<FilterName, 'q' | 'from' | 'to'> => {
    if (name === 'q' || name === 'from' || name === 'to') return false;
    if (name === 'when' && filters.when === 'dates') return Boolean(filters.from ?? filters.to);
    return filters[name] !== undefined;
  });

/** Without one filter, and what belongs to it. */
export function without(filters: SessionFilters, name: FilterName): SessionFilters {
  const rest = { ...filters, [name]: undefined };
  return name === 'when' ? { ...rest, from: undefined, to: undefined } : rest;
}
