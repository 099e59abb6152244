import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measureLandingScript } from '../../bin/checks/landingScript.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peerlearn-build-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = async (file: string, content: string) => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), content);
};
const script = async (file: string, packedBytes: number) => {
  await put(file, 'x'.repeat(10 * packedBytes));
  await put(`${file}.br`, 'x'.repeat(packedBytes));
};

test('the landing page’s script is entry, page and all that they import, once each, as sent (PERF-4)', async () => {
  const manifest = {
    'index.html': { file: 'a/shell.css' },
    _every: { file: 'a/entry.js', imports: ['_shared'], dynamicImports: ['room.tsx'] },
    'landing/LandingPage.tsx': { file: 'a/landing.js', imports: ['_shared', '_card'] },
    _shared: { file: 'a/shared.js', imports: ['_card'] },
    _card: { file: 'a/card.js', imports: ['_shared'] },
    'room.tsx': { file: 'a/room.js', imports: ['_card'] },
  };
  await put('.vite/manifest.json', JSON.stringify(manifest));
  await put(
    'index.html',
    '<script src="/theme.js"></script><script type="module" src="/a/entry.js"></script>',
  );
  await put('theme.js', '12345');
  for (const [name, bytes] of Object.entries({
    entry: 100,
    landing: 200,
    shared: 400,
    card: 800,
    room: 1600,
  }))
    await script(`a/${name}.js`, bytes);
  expect(measureLandingScript(folder)).toEqual({
    bytes: 1505,
    files: [
      ...[
        ['a/card.js', 800],
        ['a/shared.js', 400],
        ['a/landing.js', 200],
        ['a/entry.js', 100],
        ['theme.js', 5],
      ].map(([file, bytes]) => ({ file, bytes })),
    ],
  });
});

test('a build without the landing page is no small one', async () => {
  await put('.vite/manifest.json', JSON.stringify({ _every: { file: 'a/entry.js' } }));
  await put('index.html', '<script type="module" src="/a/entry.js"></script>');
  expect(() => measureLandingScript(folder)).toThrow('landing page');
});
