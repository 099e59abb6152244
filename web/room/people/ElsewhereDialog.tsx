import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { t } from '../../text/people.ts';

/** The person is in this lesson in another tab: which one shall it be? (ROOM-1) */
export function ElsewhereDialog(props: { onAnswer: (useThis: boolean) => void }) {
  return (
    <Dialog
      open
      mustAnswer
      onOpenChange={(open) => !open && props.onAnswer(false)}
      title={t('people.elsewhere.question')}
      description={t('people.elsewhere.consequence')}
      footer={
        <>
          <Button onClick={() => props.onAnswer(false)}>{t('people.elsewhere.leave')}</Button>
          <Button variant="primary" onClick={() => props.onAnswer(true)}>
            {t('people.elsewhere.use')}
          </Button>
        </>
      }
    />
  );
}
