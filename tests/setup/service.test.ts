import { expect, onTestFinished, test } from 'vitest';
import { Service } from '../../bin/launcher/Service.ts';

type Watched = { service: Service; lines: string[]; gaveUp: string[] };

function run(code: string): Watched {
  const lines: string[] = [];
  const gaveUp: string[] = [];
  const service = new Service({
    name: 'stub',
    command: process.execPath,
    args: ['-e', code],
    env: process.env,
    firstBackOffMs: 1,
    onLine: (_, line) => lines.push(line),
    onGiveUp: (reason) => gaveUp.push(reason),
  });
  onTestFinished(() => service.kill());
  return { service, lines, gaveUp };
}

test('a crashed process is started again, and given up after five crashes within a minute', async () => {
  const { lines, gaveUp } = run('console.log("up"); process.exit(3)');
  await expect.poll(() => gaveUp, { timeout: 20_000 }).toHaveLength(1);
  expect(gaveUp[0]).toContain('stub crashed 5 times within a minute (it exited with code 3)');
  await expect.poll(() => lines.filter((line) => line === 'up')).toHaveLength(5);
  expect(lines).toContain('exited with code 3; it is started again in 0.001 s');
});

test('a process that was told to stop is waited for and not started again', async () => {
  const code =
    'process.on("SIGTERM", () => { console.log("ending"); process.exit(0); }); console.log("up"); setInterval(() => {}, 1000)';
  const { service, lines, gaveUp } = run(code);
  await expect.poll(() => lines).toEqual(['up']);
  await service.stop();
  await service.stop();
  expect(lines).toEqual(['up', 'ending']);
  expect(gaveUp).toEqual([]);
});
