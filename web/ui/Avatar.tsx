import { Show } from 'solid-js';

type AvatarProps = {
  name: string;
  /** Decides the colour, so that a person keeps theirs everywhere. */
  id?: string;
  /** Their own picture; initials stand for it while there is none. */
  picture?: string | null;
  size?: 24 | 32 | 40 | 48 | 56 | 72 | 96;
  live?: boolean;
  online?: boolean;
  class?: string;
};

const defaultSize = 40;

/** A person's picture, or initials on a colour of the person's own. Decorative: the name stands beside it. */
export function Avatar(props: AvatarProps) {
  const size = () => props.size ?? defaultSize;
  return (
    <span
      class={`avatar a-${colourOf(props.id ?? props.name)} ${props.class ?? ''}`}
      classList={{
        [`avatar--${size()}`]: size() !== defaultSize,
        'avatar--live': props.live,
      }}
      aria-hidden="true"
    >
      <Show when={props.picture} fallback={initialsOf(props.name)}>
        {(url) => <img src={url()} alt="" width={size()} height={size()} loading="lazy" decoding="async" />}
      </Show>
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
