import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';

export const password = 'seven quiet elephants';
export const bio = 'I have taught Python for ten years, and I still learn from every lesson.';
export const freshEmail = () => `asha.${randomUUID().slice(0, 8)}@example.com`;

/** The wizard in a page, by its labels. */
export function wizardOf(page: Page) {
  const wizard = page.locator('.wizard');
  const field = (name: string) => wizard.locator(`[name=${name}]`);
  return {
    wizard,
    field,
    heading: (title: string) => wizard.getByRole('heading', { name: title }),
    next: wizard.locator('.wizard__foot button[type=submit]'),
    back: wizard.getByRole('button', { name: 'Back' }),
    /** Opens it from a role card of the landing page, as a dialog over that. */
    openDialog: async (role: 'learner' | 'mentor'): Promise<void> => {
      await page.goto('/');
      await page.locator(role === 'learner' ? '.role--learn button' : '.role--teach button').click();
      await wizard.waitFor();
    },
    /** Opens its page, which is there sooner. */
    open: async (role: 'learner' | 'mentor'): Promise<void> => {
      await page.goto('/signup');
      const answer = role === 'learner' ? /I want to learn/u : /I want to teach/u;
      await wizard.getByRole('radio', { name: answer }).check();
    },
    async fillPerson(email: string): Promise<void> {
      await field('name').fill('Asha Rao');
      await field('email').fill(email);
      await field('password').fill(password);
    },
    /** Words of one's own, as with a comma. */
    async addTopics(name: 'interests' | 'skills', topics: string[]): Promise<void> {
      for (const topic of topics) await field(name).fill(`${topic},`);
    },
    chip: (word: string) => wizard.getByRole('button', { name: `Remove ${word}` }),
  };
}

export type Wizard = ReturnType<typeof wizardOf>;

/** From the first step to the one that asks for the code. */
export async function fillLearner(wizard: Wizard, email: string, open = wizard.open): Promise<void> {
  await open('learner');
  await wizard.next.click();
  await wizard.fillPerson(email);
  await wizard.next.click();
  await wizard.heading('What do you want to learn?').waitFor();
  await wizard.addTopics('interests', ['Kathak']);
  await wizard.next.click();
  await wizard.field('code').waitFor();
}
