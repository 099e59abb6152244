import { createEffect, type Accessor } from 'solid-js';
import { t } from '../../text/background.ts';
import type { Notes } from '../devices/createNotes.ts';
import { backgrounds, changeBackground } from './backgrounds.ts';

type Options = {
  notes: Notes;
  camera: Accessor<MediaStreamTrack | undefined>;
  recapture: () => Promise<unknown>;
};

/** Says that the background is too much for the machine, as long as it is, and asks: only a press shows the room. */
export function tellStruggling({ notes, camera, recapture }: Options): void {
  const key = 'background';
  createEffect(() => {
    if (backgrounds.status() !== 'struggling') return notes.take(key);
    const onPress = () => void changeBackground({ background: 'none', camera, recapture });
    const action = { label: t('background.turnOff'), onPress };
    notes.show({ key, icon: 'video-camera', text: t('background.struggling'), action }, { stays: true });
  });
}
