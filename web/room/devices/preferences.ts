import type { Accessor } from 'solid-js';
import { createKept } from '../createKept.ts';

/** A choice of yes or no that this browser remembers. */
export type Preference = { on: Accessor<boolean>; set: (on: boolean) => void };

function createPreference(name: string, byDefault: boolean): Preference {
  const [kept, keep] = createKept(name, byDefault ? ['on', 'off'] : ['off', 'on']);
  return { on: () => kept() === 'on', set: (on) => keep(on ? 'on' : 'off') };
}

/** How someone likes the room, on this device. */
export const preferences = {
  /** The microphone is muted, but while Space is held. */
  pushToTalk: createPreference('pushToTalk', false),
  /** Says so when somebody speaks into a muted microphone. */
  mutedHint: createPreference('mutedHint', true),
  /** Single keys act. */
  keys: createPreference('keys', true),
  /** Whether the last lesson was entered with them. */
  microphone: createPreference('microphone', true),
  camera: createPreference('camera', true),
} satisfies Record<string, Preference>;
