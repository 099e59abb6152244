import { createSignal, type Accessor } from 'solid-js';

/** A choice of yes or no that this browser remembers. */
export type Preference = { on: Accessor<boolean>; set: (on: boolean) => void };

function createPreference(name: string, byDefault: boolean): Preference {
  const key = `peerlearn.room.${name}`;
  const stored = localStorage.getItem(key);
  const [on, setOn] = createSignal(stored === null ? byDefault : stored === 'on');
  return {
    on,
    set(value) {
      localStorage.setItem(key, value ? 'on' : 'off');
      setOn(value);
    },
  };
}

/** How someone likes the room, on this device. */
export const preferences = {
  /** The microphone is muted, but while Space is held. */
  pushToTalk: createPreference('pushToTalk', false),
  /** Says so when somebody speaks into a muted microphone. */
  mutedHint: createPreference('mutedHint', true),
  /** Single keys act. */
  keys: createPreference('keys', true),
  /** The camera's own system blurs what is behind the person. */
  blur: createPreference('blur', false),
  /** Whether the last lesson was entered with them. */
  microphone: createPreference('microphone', true),
  camera: createPreference('camera', true),
} satisfies Record<string, Preference>;
