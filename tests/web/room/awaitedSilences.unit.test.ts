import { expect, it } from 'vitest';
import { AwaitedSilences } from '../../../web/room/AwaitedSilences.ts';

const silence = { source: 'microphone', by: 'Ravi' } as const;

it('a mute holds for everything that is being opened when it comes, and for nothing later (ROOM-16)', () => {
  const awaited = new AwaitedSilences();
  expect(awaited.hold(silence)).toBe(false);
  const replacing = awaited.begin('microphone');
  const pressed = awaited.begin('microphone');
  const camera = awaited.begin('camera');
  expect(awaited.hold(silence)).toBe(true);
  const later = awaited.begin('microphone');
  expect([replacing(), pressed(), camera(), later()]).toEqual([silence, silence, undefined, undefined]);
  // Nothing is being opened any more.
  expect(awaited.hold(silence)).toBe(false);
});
