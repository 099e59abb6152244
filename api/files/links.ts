import { createSecretBox } from '../../config/secretBox.ts';
import type { Settings } from '../../config/settings.ts';
import { Refusal } from '../Refusal.ts';

/** Long enough to begin a download, and no more. */
const briefMs = 10 * 60_000;

/** Links to private files: good for one file and some minutes, for whoever has them; nobody else can make one. */
export function createLinks({ dataSecret }: Pick<Settings, 'dataSecret'>) {
  const box = createSecretBox(dataSecret, 'links');
  const claim = (id: string, expires: string) => `${id} ${expires}`;
  const make = (id: string, expiresAt: Date): string => {
    const expires = String(Math.floor(expiresAt.getTime() / 1000));
    return `/files/private/${id}?expires=${expires}&signature=${box.sign(claim(id, expires))}`;
  };
  return {
    make,
    /** One to be followed at once. */
    makeBrief(id: string, now: Date): { url: string; expiresAt: string } {
      const expiresAt = new Date(now.getTime() + briefMs);
      return { url: make(id, expiresAt), expiresAt: expiresAt.toISOString() };
    },
    /** @throws Refusal `forbidden` when it is not one of ours, `code_expired` */
    check(id: string, expires: string, signature: string, now: Date): void {
      if (!box.isSignature(claim(id, expires), signature)) throw new Refusal('forbidden');
      if (Number(expires) * 1000 <= now.getTime()) throw new Refusal('code_expired');
    },
  };
}
