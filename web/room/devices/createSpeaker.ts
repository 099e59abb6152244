import { createChoices } from './createChoices.ts';

export type Speaker = ReturnType<typeof createSpeaker>;

/** Where the others are heard; a choice only where the browser can send sound to more than one place. */
export function createSpeaker() {
  const { choices, list, chosen, remember } = createChoices('speaker');
  const canChoose = 'setSinkId' in HTMLMediaElement.prototype;
  void list();
  return {
    choices,
    chosen,
    canChoose,
    list,
    choose: remember,
    /** Plays `player` there; where that place is gone, where the system plays everything. */
    async attach(player: HTMLMediaElement): Promise<void> {
      if (!canChoose) return;
      await player.setSinkId(chosen()).catch(() => player.setSinkId(''));
    },
  };
}
