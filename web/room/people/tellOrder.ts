import type { Reaction, Silence } from '../../../media/contracts/signalling.ts';
import { showToast } from '../../ui/showToast.ts';
import { t } from '../../text/people.ts';

type Options = {
  /** Says something to those who do not see it. */
  onSay: (sentence: string) => void;
  onUnmute: () => void;
};

/** How a person is told of reactions, and of what the mentor did to them. */
export function tellOrder({ onSay, onUnmute }: Options) {
  return {
    onReaction: (reaction: Reaction, name: string | undefined) => {
      const word = t(`people.reactions.${reaction}`);
      onSay(
        name === undefined
          ? t('people.youReacted', { reaction: word })
          : t('people.reacted', { name, reaction: word }),
      );
    },
    onSilenced: ({ source, by }: Silence) => {
      // Its sound goes with the screen.
      if (source === 'screenAudio') return;
      showToast({
        tone: 'warning',
        title: t(`people.silenced.${source}`, { by }),
        text: t(`people.silenced.${source}Text`),
        ...(source === 'microphone'
          ? { action: { label: t('people.silenced.unmute'), onPress: onUnmute } }
          : {}),
      });
    },
    onFailed: () => void showToast({ tone: 'warning', title: t('people.failed') }),
  };
}
