import type { JSX } from 'solid-js';

export type ButtonVariant =
  'primary' | 'secondary' | 'soft' | 'ghost' | 'danger' | 'danger-quiet' | 'accept' | 'onpic';

export type ButtonLook = {
  /** One `primary` in a view. */
  variant?: ButtonVariant;
  size?: 'sm' | 'md' | 'lg';
  block?: boolean;
  round?: boolean;
  class?: string;
};

export function buttonClass(look: ButtonLook): string {
  return [
    'btn',
    `btn--${look.variant ?? 'secondary'}`,
    look.size && look.size !== 'md' && `btn--${look.size}`,
    look.block && 'btn--block',
    look.round && 'btn--round',
    look.class,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The ripple of a press starts where the finger is. */
export const placeRipple: JSX.EventHandler<HTMLElement, PointerEvent> = (event) => {
  const box = event.currentTarget.getBoundingClientRect();
  event.currentTarget.style.setProperty('--x', `${event.clientX - box.left}px`);
  event.currentTarget.style.setProperty('--y', `${event.clientY - box.top}px`);
};
