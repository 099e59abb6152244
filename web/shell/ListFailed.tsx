import type { JSX } from 'solid-js';
import { t } from '../lib/text.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/feedback.tsx';

/** A list that could not be asked for; `stale`: below it stands the last that was known. */
export function ListFailed(props: { stale?: boolean; onRetry: () => void; children: JSX.Element }) {
  return (
    <div class="mb-4">
      <Banner
        tone="warning"
        action={
          <Button size="sm" icon="arrow-path" onClick={() => props.onRetry()}>
            {t('shell.retry')}
          </Button>
        }
      >
        {props.children} {props.stale ? t('shell.staleList') : undefined}
      </Banner>
    </div>
  );
}
