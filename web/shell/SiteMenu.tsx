import { A, useLocation } from '@solidjs/router';
import { Show, createEffect, on } from 'solid-js';
import { authGate } from '../accounts/authGate.ts';
import { credentials } from '../lib/credentials.ts';
import { t } from '../lib/text.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Logo } from '../ui/Logo.tsx';
import { followSwipe } from './followSwipe.ts';
import { SiteLinks } from './SiteLinks.tsx';

/**
 * The links of the header on a phone, in a panel from the right: closes by swipe, tap outside, Escape and on arrival.
 * A native dialog: it makes the page inert and gives the focus back, without a library on the landing page.
 */
export function SiteMenu(props: { open: boolean; onClose: () => void }) {
  const location = useLocation();
  let dialog!: HTMLDialogElement;
  createEffect(() => {
    if (props.open && !dialog.open) {
      dialog.showModal();
      navigator.vibrate?.(10);
    }
    if (!props.open && dialog.open) dialog.close();
  });
  createEffect(
    on(
      () => location.pathname + location.search,
      () => props.onClose(),
      { defer: true },
    ),
  );
  const close = () => props.onClose();
  const leaveFor = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <dialog
      class="drawer"
      aria-label={t('shell.menuTitle')}
      ref={(element) => {
        dialog = element;
        followSwipe(element, close);
      }}
      onClose={close}
      onClick={({ target }) => target === dialog && close()}
      onKeyDown={(event) => event.key === 'Tab' && keepInside(event, dialog)}
    >
      <div class="drawer__in">
        <div class="drawer__head">
          <Logo />
          <IconButton icon="x-mark" class="push" label={t('site.closeMenu')} onClick={close} />
        </div>
        <nav class="drawer__nav" aria-label={t('shell.mainNavigation')}>
          <SiteLinks onGo={close} />
          <Show when={credentials.user()}>
            <A href="/dashboard" onClick={close}>
              {t('shell.myDashboard')}
            </A>
          </Show>
        </nav>
        <Show
          when={credentials.user()}
          fallback={
            <div class="drawer__foot">
              <Button block size="lg" onClick={leaveFor(() => authGate.open('logIn'))}>
                {t('shell.logIn')}
              </Button>
              <Button block size="lg" variant="primary" onClick={leaveFor(() => authGate.open('signUp'))}>
                {t('site.register')}
              </Button>
            </div>
          }
        >
          <div class="drawer__foot">
            <ButtonLink block size="lg" variant="primary" href="/dashboard" onClick={close}>
              {t('shell.myDashboard')}
            </ButtonLink>
          </div>
        </Show>
      </div>
    </dialog>
  );
}

/** Goes round at the ends, where a native dialog would let Tab out to the browser's own buttons. */
function keepInside(event: KeyboardEvent, dialog: HTMLElement): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('a[href], button')];
  const [from, to] = event.shiftKey ? [stops.at(0), stops.at(-1)] : [stops.at(-1), stops.at(0)];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}
