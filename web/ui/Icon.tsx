import { splitProps, type JSX } from 'solid-js';
import sprite from './art/icons.svg?url';
import type { IconName } from './iconNames.ts';

type IconProps = JSX.SvgSVGAttributes<SVGSVGElement> & {
  name: IconName;
  /** Pixels; without it 24, and 20 on phones. */
  size?: 12 | 16 | 20;
  /** Only for an icon that stands without words. */
  label?: string;
};

export function Icon(props: IconProps) {
  const [own, rest] = splitProps(props, ['name', 'size', 'label', 'class']);
  return (
    <svg
      viewBox="0 0 24 24"
      role={own.label ? 'img' : undefined}
      aria-label={own.label}
      aria-hidden={own.label ? undefined : 'true'}
      {...rest}
      class={`icon ${own.size ? `icon--${own.size}` : ''} ${own.class ?? ''}`}
    >
      <use href={`${sprite}#${own.name}`} />
    </svg>
  );
}
