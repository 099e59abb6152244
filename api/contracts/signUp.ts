import { z } from 'zod';
import { emailAddress, locale, newPassword } from './accounts.ts';
import { line, text, timeZone } from './common.ts';
import { domain } from './teaching.ts';

export const topicsMax = 10;
export const topicMaxLength = 40;
const differ = (titles: string[]) =>
  new Set(titles.map((title) => title.toLowerCase())).size === titles.length;
export const topicTitles = z
  .array(line(1, topicMaxLength))
  .min(1)
  .max(topicsMax)
  .refine(differ, 'names one twice');

/** Marks that turn the direction of writing: with them a name could be made to look like another's. */
const withoutBidiMarks = /^[^\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/;

export const aboutPerson = z.object({
  name: line(2, 80).regex(withoutBidiMarks, 'contains characters that cannot be shown'),
  email: emailAddress,
  password: newPassword,
});
export type AboutPerson = z.infer<typeof aboutPerson>;
export const aboutLearning = z.object({ interests: topicTitles, goals: text(500).default('') });
export const aboutTeaching = z.object({ domains: z.array(domain).min(1).max(3), skills: topicTitles });
export const bioMinLength = 30;
export const bioMaxLength = 1000;
export const aboutMentor = z.object({ bio: text(bioMaxLength).min(bioMinLength) });

/** As the page that signs up is set. */
const aboutPage = { locale: locale.optional(), timeZone: timeZone.optional() };

/** An account as the wizard asks for it (AUTH-2). */
export const signUp = z.discriminatedUnion('role', [
  z.object({ role: z.literal('learner'), ...aboutPerson.shape, ...aboutLearning.shape, ...aboutPage }),
  z.object({
    role: z.literal('mentor'),
    ...aboutPerson.shape,
    ...aboutTeaching.shape,
    ...aboutMentor.shape,
    ...aboutPage,
  }),
]);
export type SignUp = z.infer<typeof signUp>;
