// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { iconNames } from '../../web/ui/iconNames.ts';

it('the sprite holds exactly the icons that have a name', async () => {
  const sprite = await readFile(new URL('../../web/ui/art/icons.svg', import.meta.url), 'utf8');
  const symbols = [...sprite.matchAll(/<symbol id="([^"]+)"/gu)].map((match) => match[1]);
  expect(symbols.sort()).toEqual([...iconNames].sort());
});
