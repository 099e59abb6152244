import { Show, createSignal, type JSX } from 'solid-js';
import { z } from 'zod';
import { reportReason, type CreateReport } from '../../../api/contracts/reports.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describeError.ts';
import { ApiError } from '../../lib/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Banner } from '../../ui/feedback.tsx';
import { Select, TextArea } from '../../ui/fields.tsx';
import { showToast } from '../../ui/showToast.ts';
import { t } from '../../text/people.ts';

type ReportProps = {
  sessionId: string;
  person: { userId: string; name: string };
  onDone: () => void;
};

/** Tells the admin about someone in this lesson; they do not learn of it (ROOM-16). */
export function ReportDialog(props: ReportProps) {
  const [reason, setReason] = createSignal<CreateReport['reason']>('rude');
  const [text, setText] = createSignal('');
  const [sending, setSending] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();
  const form = 'report-form';

  async function send(): Promise<void> {
    setSending(true);
    setFailure(undefined);
    try {
      const body: CreateReport = { userId: props.person.userId, reason: reason(), text: text() };
      await api.post(`/api/sessions/${props.sessionId}/reports`, z.unknown(), body);
      showToast({ tone: 'success', title: t('people.report.sent'), text: t('people.report.sentText') });
      props.onDone();
    } catch (error) {
      const already = error instanceof ApiError && error.code === 'conflict';
      setFailure(already ? t('people.report.already') : describeError(error));
    }
    setSending(false);
  }
  const submit: JSX.EventHandler<HTMLFormElement, SubmitEvent> = (event) => {
    event.preventDefault();
    void send();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t('people.report.title', { name: props.person.name })}
      description={t('people.report.consequence')}
      footer={
        <>
          <Button onClick={() => props.onDone()}>{t('people.report.cancel')}</Button>
          <Button
            type="submit"
            form={form}
            variant="danger"
            busy={sending()}
            busyText={t('people.report.sending')}
          >
            {t('people.report.send')}
          </Button>
        </>
      }
    >
      <form id={form} class="stack" onSubmit={submit}>
        <Select
          label={t('people.report.reason')}
          value={reason()}
          onValue={(value) => setReason(reportReason.parse(value))}
          choices={reportReason.options.map((value) => ({
            value,
            label: t(`people.report.reasons.${value}`),
          }))}
        />
        <TextArea
          label={t('people.report.text')}
          optional
          value={text()}
          onValue={setText}
          maxlength={2000}
          rows={4}
        />
        <Show when={failure()}>{(sentence) => <Banner tone="danger">{sentence()}</Banner>}</Show>
      </form>
    </Dialog>
  );
}
