import { t } from '../lib/text.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/feedback.tsx';

/** Shown instead of a page that failed. A part that could not be fetched (new version, no network) needs a reload. */
export function BrokenPage(props: { error: unknown; reset: () => void }) {
  const retry = () => {
    if (props.error instanceof TypeError) location.reload();
    else props.reset();
  };
  return (
    <main id="main" class="wrap py-16">
      <EmptyState
        art="road"
        wholePage
        title={t('shell.brokenTitle')}
        text={t('shell.brokenText')}
        action={
          <Button variant="primary" icon="arrow-path" onClick={retry}>
            {t('shell.brokenAction')}
          </Button>
        }
      />
    </main>
  );
}
