import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AnswerCache } from '../../api/http/AnswerCache.ts';
import { Refusal } from '../../api/Refusal.ts';

let changes = 0;
let cache: AnswerCache;
beforeEach(() => {
  vi.useFakeTimers();
  changes = 0;
  cache = new AnswerCache(() => changes);
});
afterEach(() => void vi.useRealTimers());

const read = async (load: () => Promise<unknown>, key = 'list') =>
  JSON.parse((await cache.read(key, load)).json.toString()) as unknown;
const give = (answer: unknown) => vi.fn(() => Promise.resolve(answer));
const fail = () => Promise.reject(new Error('the database is away'));

describe('kept answers (ERR: cached answer)', () => {
  test('are made once for all who come meanwhile, and once a second', async () => {
    const load = give(1);
    await Promise.all([read(load), read(load), read(load)]);
    await read(load);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('past their time are given at once and made anew meanwhile', async () => {
    await read(give('old'));
    vi.advanceTimersByTime(2_000);
    const { promise, resolve } = Promise.withResolvers<string>();
    const slow = vi.fn(() => promise);
    expect(await read(slow)).toBe('old');
    await vi.waitUntil(() => slow.mock.calls.length === 1);
    expect(await read(slow)).toBe('old');
    resolve('new');
    await vi.waitUntil(async () => (await read(slow)) === 'new');
    expect(slow).toHaveBeenCalledTimes(1);
  });

  test('past their time still hold for who has them, until the new one is there', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const load = vi.fn(() => (load.mock.calls.length === 1 ? Promise.resolve('old') : promise));
    const old = await cache.read('list', load);
    vi.advanceTimersByTime(2_000);
    expect([old.holds(), old.holds()]).toEqual([true, true]);
    await vi.waitUntil(() => load.mock.calls.length === 2);
    resolve('new');
    await vi.waitUntil(() => !old.holds());
    const fresh = await cache.read('list', fail);
    expect(JSON.parse(fresh.json.toString())).toBe('new');
    expect(fresh.holds()).toBe(true);
    changes += 1;
    expect(fresh.holds()).toBe(false);
  });

  test('that nobody asked for in a long time are not given', async () => {
    await read(give('old'));
    vi.advanceTimersByTime(60_000);
    expect(await read(give('new'))).toBe('new');
  });

  test('after a change are never given to those who come after it, not even one that was under way', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const before = read(() => promise);
    changes += 1;
    const after = read(give('new'));
    resolve('old');
    expect(await before).toBe('old');
    expect(await after).toBe('new');
    expect(await read(fail)).toBe('new');
  });

  test('that cannot be made anew are given as last known, for some minutes', async () => {
    await read(give('known'));
    changes += 1;
    expect(await read(fail)).toBe('known');
    vi.advanceTimersByTime(11 * 60_000);
    await expect(read(fail)).rejects.toThrow('away');
    await expect(read(fail, 'another')).rejects.toThrow('away');
    expect(await read(give('back'))).toBe('back');
  });

  test('of what is no more are forgotten', async () => {
    await read(give('known'));
    changes += 1;
    const refuse = () => Promise.reject(new Refusal('not_found'));
    await expect(read(refuse)).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(fail)).rejects.toThrow('away');
  });

  test('are bounded in number: the oldest goes', async () => {
    await read(give('first'), 'first');
    for (let i = 0; i < 200; i++) await read(give(i), `key ${i}`);
    expect(await read(give('again'), 'first')).toBe('again');
    expect(await read(fail, 'key 199')).toBe(199);
  });
});
