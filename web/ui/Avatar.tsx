import { Show } from 'solid-js';

type AvatarProps = {
  name: string;
  /** Decides the colour, so that a person keeps theirs everywhere. */
  id?: string;
  size?: 24 | 32 | 40 | 48 | 56 | 72 | 96;
  live?: boolean;
  online?: boolean;
  class?: string;
};

/** Initials on a colour of the person's own. Decorative: the name stands beside it. */
export function Avatar(props: AvatarProps) {
  return (
    <span
      class={`avatar a-${colourOf(props.id ?? props.name)} ${props.class ?? ''}`}
      classList={{
        [`avatar--${props.size}`]: props.size !== undefined && props.size !== 40,
        'avatar--live': props.live,
      }}
      aria-hidden="true"
    >
      {initialsOf(props.name)}
      <Show when={props.online}>
        <span class="avatar__dot" />
      </Show>
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

const colours = 8;
function colourOf(key: string): number {
  let sum = 0;
  for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum % colours) + 1;
}
