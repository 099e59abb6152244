import { A } from '@solidjs/router';
import { Show, splitProps, type JSX } from 'solid-js';
import { buttonClass, placeRipple, type ButtonLook } from './buttonLook.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconNames.ts';
import { Spinner } from './Spinner.tsx';

const lookKeys = ['variant', 'size', 'block', 'round', 'class', 'icon', 'children'] as const;

type ButtonProps = ButtonLook &
  JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
    icon?: IconName;
    /** Shows a spinner and ignores presses; the width is kept. */
    busy?: boolean;
    /** What is under way ("Booking…"); shown while busy. */
    busyText?: string;
  };

export function Button(props: ButtonProps) {
  const [look, own, rest] = splitProps(props, lookKeys, [
    'busy',
    'busyText',
    'type',
    'onClick',
    'onPointerDown',
    'ref',
  ]);
  let element: HTMLButtonElement | undefined;
  const keptWidth = () => (own.busy && element ? `${element.offsetWidth}px` : undefined);
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.busy) return event.preventDefault();
    if (typeof own.onClick === 'function') own.onClick(event);
  };
  const pressDown: JSX.EventHandler<HTMLButtonElement, PointerEvent> = (event) => {
    placeRipple(event);
    // Menus open at this moment and not at the click.
    if (!own.busy && typeof own.onPointerDown === 'function') own.onPointerDown(event);
  };
  return (
    <button
      {...rest}
      ref={(button) => {
        element = button;
        if (typeof own.ref === 'function') own.ref(button);
      }}
      type={own.type ?? 'button'}
      class={buttonClass(look)}
      style={{ 'min-width': keptWidth() }}
      aria-busy={own.busy ? 'true' : undefined}
      onPointerDown={pressDown}
      onClick={press}
    >
      <Show
        when={own.busy}
        fallback={
          <>
            <Show when={look.icon}>{(name) => <Icon name={name()} />}</Show>
            {look.children}
          </>
        }
      >
        <Spinner />
        {own.busyText ?? look.children}
      </Show>
    </button>
  );
}

type ButtonLinkProps = ButtonLook &
  Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string; icon?: IconName };

/** A link that looks like a button: it leads somewhere, a Button does something. */
export function ButtonLink(props: ButtonLinkProps) {
  const [look, rest] = splitProps(props, lookKeys);
  return (
    <A {...rest} class={buttonClass(look)} onPointerDown={placeRipple}>
      <Show when={look.icon}>{(name) => <Icon name={name()} />}</Show>
      {look.children}
    </A>
  );
}
