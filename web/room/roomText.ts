import { flatten, translator } from '@solid-primitives/i18n';
import { room } from '../text/en/room.ts';

const dictionary = flatten(room);

/** Text for people in the room, by its key. */
export const t = translator(() => dictionary);
