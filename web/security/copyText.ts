import { t } from '../text/security.ts';
import { showToast } from '../ui/showToast.ts';

/** Copies a text and says so; where the browser forbids it, marks the text for its reader to copy. */
export async function copyText(text: string, shownIn: Node | undefined): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ tone: 'success', title: t('security.copied') });
  } catch {
    if (shownIn) getSelection()?.selectAllChildren(shownIn);
    showToast({ tone: 'info', title: t('security.copyFailed') });
  }
}
