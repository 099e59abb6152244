import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { session as sessionContract } from '../../api/contracts/sessions.ts';
import { api } from '../lib/api.ts';
import { serverNow } from '../lib/clock.ts';
import { describeError } from '../lib/describeError.ts';
import { createFieldErrors, errorsByField } from '../lib/fieldErrors.ts';
import { nextQuarter } from '../lib/zone.ts';
import { locale } from '../lib/locale.ts';
import { ApiError } from '../lib/problem.ts';
import { t } from '../text/dashboards.ts';
import { refetchSessions } from '../sessions/queries.ts';
import { usePageTitle } from '../shell/pageTitle.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { showToast } from '../ui/showToast.ts';
import { DraftFields } from './DraftFields.tsx';
import { DraftPreview } from './DraftPreview.tsx';
import './mentor.css';
import { checkDraft, draftFields, type Draft, type DraftField } from './sessionDraft.ts';

const emptyDraft = (): Draft => ({
  title: '',
  description: '',
  topics: [],
  domains: [],
  startsAt: nextQuarter(serverNow()),
  durationMinutes: 60,
  capacity: 1,
  language: locale(),
});

export default function CreateSessionPage() {
  usePageTitle(() => t('create.title'));
  const navigate = useNavigate();
  const [draft, setDraft] = createStore(emptyDraft());
  const [busy, setBusy] = createSignal(false);
  const wrong = createFieldErrors<DraftField>();
  let form: HTMLFormElement | undefined;

  function change<F extends DraftField>(field: F, value: Draft[F]): void {
    setDraft({ [field]: value } as Partial<Draft>);
    wrong.forget(field);
  }

  async function publish(): Promise<void> {
    const errors = checkDraft(draft, serverNow());
    if (Object.keys(errors).length > 0) return wrong.show(form, errors);
    wrong.clear();
    setBusy(true);
    try {
      const created = await api.post('/api/sessions', sessionContract, { ...draft });
      await refetchSessions();
      const lookAtIt = { label: t('create.lookAtIt'), onPress: () => navigate(`/sessions/${created.id}`) };
      showToast({ tone: 'success', title: t('create.published'), action: lookAtIt });
      navigate('/dashboard/mentor');
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  }

  function refuse(error: unknown): void {
    const fields = error instanceof ApiError ? errorsByField(error.fields, draftFields) : {};
    const isTimeTaken = error instanceof ApiError && error.code === 'overlaps';
    if (isTimeTaken) fields.startsAt ??= describeError(error);
    if (Object.keys(fields).length > 0) wrong.show(form, fields);
    else showToast({ tone: 'danger', title: describeError(error) });
  }

  return (
    <>
      <header class="page-head">
        <div class="page-head__text">
          <h1 class="h-page">{t('create.title')}</h1>
          <p class="muted">{t('create.lead')}</p>
        </div>
      </header>
      <form
        class="cols cols--create"
        ref={(element) => (form = element)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <DraftFields draft={draft} onChange={change} errorOf={wrong.of} />
        <aside class="create__side">
          <DraftPreview draft={draft} />
          <div class="create__acts">
            <Button
              type="submit"
              variant="primary"
              size="lg"
              block
              busy={busy()}
              busyText={t('create.publishing')}
            >
              {t('create.publish')}
            </Button>
            <ButtonLink href="/dashboard/mentor" variant="ghost" block>
              {t('create.stop')}
            </ButtonLink>
          </div>
        </aside>
      </form>
    </>
  );
}
