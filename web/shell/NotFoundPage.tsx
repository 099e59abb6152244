import { t } from '../lib/text.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/feedback.tsx';
import { usePageTitle } from './pageTitle.ts';
import { PublicLayout } from './PublicLayout.tsx';

export default function NotFoundPage() {
  usePageTitle(() => t('shell.notFoundTitle'));
  return (
    <PublicLayout>
      <div class="wrap py-16">
        <EmptyState
          art="road"
          wholePage
          title={t('shell.notFoundTitle')}
          text={t('shell.notFoundText')}
          action={
            <ButtonLink href="/sessions" variant="primary">
              {t('shell.notFoundAction')}
            </ButtonLink>
          }
        />
      </div>
    </PublicLayout>
  );
}
