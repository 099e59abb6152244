import type { Knex } from 'knex';
import { z } from 'zod';
import { signAccessToken } from '../../../api/accounts/accessToken.ts';
import { openDatabase } from '../../../config/database.ts';
import { loadSettings } from '../../../config/settings.ts';
import { buildMentor, buildUser } from '../../support/builders.ts';

/** Someone with an account, and an access token that lasts for the whole run. */
export const soakPerson = z.object({ id: z.string(), token: z.string() });
export type SoakPerson = z.infer<typeof soakPerson>;
/** A mentor and those who learn from them, over and over again. */
export const circle = z.object({ mentor: soakPerson, learners: z.array(soakPerson) });
export type Circle = z.infer<typeof circle>;

/**
 * Writes people into a product's database.
 * @param env what the product is set with
 */
export async function seedCircles(
  env: Record<string, string>,
  { circles, learners }: { circles: number; learners: number },
): Promise<Circle[]> {
  const settings = loadSettings(env);
  const knex = openDatabase(settings.databaseUrl);
  const withToken = async ({ id, role }: Parameters<typeof signAccessToken>[1]): Promise<SoakPerson> => {
    const { accessToken } = await signAccessToken(settings.tokens, { id, role }, new Date());
    return { id, token: accessToken };
  };
  try {
    const made: Circle[] = [];
    for (let index = 0; index < circles; index += 1) {
      const mentor = await withToken(await buildMentor(knex, { name: `Mentor ${index + 1}` }));
      made.push({ mentor, learners: await seedLearners(knex, learners, withToken) });
    }
    return made;
  } finally {
    await knex.destroy();
  }
}

async function seedLearners(
  knex: Knex,
  count: number,
  withToken: (user: Awaited<ReturnType<typeof buildUser>>) => Promise<SoakPerson>,
): Promise<SoakPerson[]> {
  const made: SoakPerson[] = [];
  for (let index = 0; index < count; index += 1) {
    made.push(await withToken(await buildUser(knex, { name: `Learner ${index + 1}` })));
  }
  return made;
}
