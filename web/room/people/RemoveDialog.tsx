import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { t } from '../../text/people.ts';

type RemoveProps = { name: string; onAnswer: (remove: boolean) => void };

/** Asks before someone is sent out. */
export function RemoveDialog(props: RemoveProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onAnswer(false)}
      title={t('people.remove.question', { name: props.name })}
      description={t('people.remove.consequence')}
      footer={
        <>
          <Button onClick={() => props.onAnswer(false)}>{t('people.remove.keep')}</Button>
          <Button variant="danger" onClick={() => props.onAnswer(true)}>
            {t('people.remove.confirm')}
          </Button>
        </>
      }
    />
  );
}
