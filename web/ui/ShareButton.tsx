import { t } from '../lib/text.ts';
import type { ButtonVariant } from './buttonLook.ts';
import { IconButton } from './IconButton.tsx';
import { showToast } from './showToast.ts';

/** Hands this page to another program; where the system cannot, its link is copied. */
export function ShareButton(props: { title: string; variant?: ButtonVariant; class?: string }) {
  async function share(): Promise<void> {
    const url = location.href;
    // A phone's own sheet; its owner may put it away without choosing.
    if (typeof navigator.share === 'function') {
      await navigator.share({ title: props.title, url }).catch(() => undefined);
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      showToast({ tone: 'success', title: t('site.linkCopied') });
    } catch {
      showToast({ tone: 'info', title: url });
    }
  }
  return (
    <IconButton
      icon="share"
      variant={props.variant ?? 'secondary'}
      class={props.class}
      label={t('site.share')}
      onClick={() => void share()}
    />
  );
}
