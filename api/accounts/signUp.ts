import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { z } from 'zod';
import { isUniqueViolation } from '../../config/isUniqueViolation.ts';
import { mentorChanged } from '../catalogue/index.ts';
import type { CodeSent, EnterCode } from '../contracts/accounts.ts';
import { locale, role } from '../contracts/accounts.ts';
import { timeZone } from '../contracts/common.ts';
import type { AboutPerson, SignUp } from '../contracts/signUp.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { accountText } from '../text/accounts.ts';
import type { AuthLimits } from './authLimits.ts';
import { beginLogIn, type BegunLogIn, type Origin } from './beginLogIn.ts';
import { Profile, ProfileTopic, User } from './model.ts';
import { hashPassword } from './passwords.ts';
import { presentPerson } from './presenter.ts';
import { passwordProblems, refusePassword } from './passwordStrength.ts';
import { redeemCode } from './redeemCode.ts';
import { sendCode } from './sendCode.ts';

/** What waits for its code: an account as it will be, already without the password. */
const pendingAccount = z.object({
  role: role.exclude(['admin']),
  name: z.string(),
  passwordHash: z.string(),
  goals: z.string(),
  bio: z.string(),
  locale: locale.default('en'),
  timeZone: timeZone.default('Asia/Kolkata'),
  topics: z.object({
    domain: z.array(z.string()),
    skill: z.array(z.string()),
    interest: z.array(z.string()),
  }),
});
type PendingAccount = z.infer<typeof pendingAccount>;
type NewAccount = z.input<typeof pendingAccount>;

/**
 * Says beforehand what a sign-up of this person would be refused for (AUTH-2, step 2).
 * @throws Refusal `invalid` naming `password`, `email` or both; `too_many_requests`
 */
export async function checkPerson(
  { knex }: Services,
  limits: AuthLimits,
  person: AboutPerson,
  address: string,
): Promise<void> {
  await limits.countQuestion(address);
  const taken = await User.query(knex).findOne({ email: person.email });
  const fields = [
    ...(taken ? [{ field: 'email', message: accountText.emailTaken }] : []),
    ...passwordProblems(person.password, person),
  ];
  if (fields.length > 0) throw new Refusal('invalid', { fields });
}

/**
 * Begins a sign-up: a code is mailed, and the account comes into being once the code is right (AUTH-4). For an
 * address that has an account the answer is the same; its owner is mailed about it.
 * @throws Refusal `invalid` for a password that is easy to guess, `too_many_requests`
 */
export async function beginSignUp(
  services: Services,
  limits: AuthLimits,
  asked: SignUp,
  address: string,
): Promise<CodeSent> {
  refusePassword(asked.password, asked);
  const account: NewAccount = {
    role: asked.role,
    name: asked.name,
    passwordHash: await hashPassword(asked.password),
    goals: asked.role === 'learner' ? asked.goals : '',
    bio: asked.role === 'mentor' ? asked.bio : '',
    ...(asked.locale && { locale: asked.locale }),
    ...(asked.timeZone && { timeZone: asked.timeZone }),
    topics: {
      domain: asked.role === 'mentor' ? asked.domains : [],
      skill: asked.role === 'mentor' ? asked.skills : [],
      interest: asked.role === 'learner' ? asked.interests : [],
    },
  };
  const code = { purpose: 'sign_up', email: asked.email, account: JSON.stringify(account) } as const;
  return sendCode(services, limits, code, address);
}

/**
 * Creates the account that waits for this code, and logs its person in.
 * @throws Refusal `wrong_code`, `code_expired`; `conflict` when the address was taken meanwhile, in another tab.
 */
export async function finishSignUp(
  services: Services,
  entered: EnterCode,
  origin: Origin,
): Promise<BegunLogIn> {
  try {
    return await redeemCode(services, 'sign_up', entered, async (trx, { email, account }) => {
      const pending = pendingAccount.parse(JSON.parse(account ?? 'null'));
      const user = await createUser(trx, email, pending, services.now());
      await mentorChanged(trx, presentPerson(user));
      return beginLogIn(trx, services, user, origin);
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Refusal('conflict', { detail: accountText.emailTaken, cause: error });
    throw error;
  }
}

async function createUser(trx: Knex, email: string, pending: PendingAccount, now: Date): Promise<User> {
  const { goals, bio, topics, ...account } = pending;
  const user = { id: randomUUID(), email, ...account, createdAt: now.toISOString() };
  await User.query(trx).insert(user);
  await Profile.query(trx).insert({ userId: user.id, goals, bio });
  for (const kind of ['domain', 'skill', 'interest'] as const)
    for (const [position, title] of topics[kind].entries())
      await ProfileTopic.query(trx).insert({
        ...{ userId: user.id, kind, position, title },
        key: title.toLowerCase(),
      });
  return User.query(trx).findById(user.id).throwIfNotFound();
}
