import { Show } from 'solid-js';
import { formatTime } from '../../lib/formats.ts';
import { t } from '../../text/chat.ts';
import { Icon } from '../../ui/Icon.tsx';

/** To whom alone a message goes, in the reader's words; undefined when it is for everybody. */
export function privately(to: { id: string; name: string } | null, readerId: string): string | undefined {
  if (!to) return undefined;
  return to.id === readerId ? t('chat.privateToYou') : t('chat.privateTo', { name: to.name });
}

type HeadProps = {
  name: string;
  /** ISO 8601. */
  at: string;
  privately: string | undefined;
  /** Told to screen readers alone: others see that a turn goes on. */
  unseen?: boolean;
};

/** Who said it, when, and whether only to one. */
export function MessageHead(props: HeadProps) {
  return (
    <p class="msg__who" classList={{ 'sr-only': props.unseen }}>
      <span>{props.name}</span>
      <time datetime={props.at}>{formatTime(props.at)}</time>
      <Show when={props.privately}>{(words) => <Private words={words()} />}</Show>
    </p>
  );
}

export function Private(props: { words: string }) {
  return (
    <span class="msg__private">
      <Icon name="lock-closed" size={16} />
      {props.words}
    </span>
  );
}
