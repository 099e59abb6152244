import { splitProps, type ComponentProps } from 'solid-js';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconNames.ts';

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'icon' | 'block'> & {
  icon: IconName;
  /** What it does; read by screen readers. Show it to others with a Tooltip. */
  label: string;
};

export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['icon', 'label', 'class', 'variant']);
  return (
    <Button
      {...rest}
      variant={own.variant ?? 'ghost'}
      class={`btn--icon ${own.class ?? ''}`}
      aria-label={own.label}
    >
      <Icon name={own.icon} />
    </Button>
  );
}
