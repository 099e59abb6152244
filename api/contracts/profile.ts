import { z } from 'zod';
import { line, text } from './common.ts';
import { aboutPerson, aboutTeaching, bioMaxLength, topicTitles } from './signUp.ts';
import { domain, lessonLanguage } from './teaching.ts';
import { logIn, user } from './accounts.ts';

/** What a person sees of their own profile (WEB-6). */
export const ownProfile = user.extend({
  bio: z.string(),
  goals: z.string(),
  domains: z.array(domain),
  skills: z.array(z.string()),
  interests: z.array(z.string()),
  languages: z.array(lessonLanguage),
  introVideoUrl: z.string().nullable(),
});
export type OwnProfile = z.infer<typeof ownProfile>;

/** What is left out stays as it is. Domains, skills and languages are a mentor's; interests and goals a learner's. */
export const changeProfile = z
  .object({
    name: aboutPerson.shape.name,
    bio: text(bioMaxLength),
    goals: text(500),
    domains: aboutTeaching.shape.domains,
    skills: topicTitles,
    interests: topicTitles,
    languages: z.array(lessonLanguage).min(1).max(5),
  })
  .partial();
export type ChangeProfile = z.infer<typeof changeProfile>;

export const changePassword = z.object({
  current: logIn.shape.password,
  password: aboutPerson.shape.password,
});

const upiId = line(3, 100).regex(/^[\w.-]{2,64}@[a-zA-Z][\w.-]{1,63}$/u, 'must look like name@bank');
/** Bank code, branch code: RBI's Indian Financial System Code. */
const ifsc = line(11, 11)
  .toUpperCase()
  .regex(/^[A-Z]{4}0[A-Z0-9]{6}$/u, 'must look like HDFC0001234');
/** Where a mentor's money goes (PAY-7). Kept sealed; shown masked. */
export const setPayoutAccount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('upi'), upiId }),
  z.object({
    kind: z.literal('bank'),
    holder: line(2, 80),
    ifsc,
    accountNumber: line(6, 18).regex(/^\d+$/u, 'must be digits'),
  }),
]);
export type SetPayoutAccount = z.infer<typeof setPayoutAccount>;
export const payoutAccount = z.object({
  account: z
    .object({
      kind: z.enum(['upi', 'bank']),
      /** "vi•••@okaxis", "•••• 1234". */
      masked: z.string(),
      changedAt: z.iso.datetime({ precision: 3 }),
    })
    .nullable(),
});
export type PayoutAccount = z.infer<typeof payoutAccount>;
