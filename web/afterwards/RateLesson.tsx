import './afterwards.css';
import { Show, createSignal, createUniqueId, untrack } from 'solid-js';
import { ownReview, type OwnReview } from '../../api/contracts/reviews.ts';
import { api } from '../lib/api.ts';
import { describeError } from '../lib/describeError.ts';
import { formatDate } from '../lib/formats.ts';
import { useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';
import { t } from '../text/afterwards.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { Stars } from '../ui/Rating.tsx';
import { showToast } from '../ui/showToast.ts';
import { StarChoice } from './StarChoice.tsx';

type RateProps = { sessionId: string; mentor: string };

const longest = 2000;

/** What a learner who attended says of the lesson (LES-12); nothing for who may not say anything. */
export default function RateLesson(props: RateProps) {
  const path = () => `/api/sessions/${props.sessionId}/review`;
  const key = () => ['session', props.sessionId, 'review'];
  const [changing, setChanging] = createSignal(false);
  const own = useQuery(() => ({
    queryKey: key(),
    queryFn: ({ signal }) => api.get(path(), ownReview, { signal }),
  }));
  const known = () => (own.isSuccess ? own.data : undefined);
  async function send(stars: number, comment: string): Promise<void> {
    try {
      const given = await api.post(path(), ownReview, { stars, comment });
      queryClient.setQueryData<OwnReview>(key(), given);
      setChanging(false);
      showToast({ tone: 'success', title: t('afterwards.rate.thanks') });
    } catch (error) {
      showToast({ tone: 'danger', title: t('afterwards.rate.failed'), text: describeError(error) });
    }
  }
  const shown = () => (changing() ? null : (known()?.review ?? null));
  return (
    <Show when={known()?.review ?? known()?.may}>
      <section class="card card--pad rate-lesson" aria-labelledby="rate-lesson">
        <h2 class="h-card" id="rate-lesson">
          {t(shown() ? 'afterwards.rate.yours' : 'afterwards.rate.title')}
        </h2>
        <Show
          when={shown()}
          fallback={<RateForm mentor={props.mentor} given={known()?.review ?? null} onSend={send} />}
        >
          {(review) => (
            <>
              <Stars count={review().stars} />
              <Show when={review().comment}>
                <p class="read whitespace-pre-line wrap-anywhere">{review().comment}</p>
              </Show>
              <Show when={known()?.may}>
                <p class="row row--wrap muted">
                  {t('afterwards.rate.until', { day: formatDate(review().editableUntil) })}
                  <Button size="sm" onClick={() => setChanging(true)}>
                    {t('afterwards.rate.change')}
                  </Button>
                </p>
              </Show>
            </>
          )}
        </Show>
      </section>
    </Show>
  );
}

type FormProps = {
  mentor: string;
  given: OwnReview['review'];
  onSend: (stars: number, comment: string) => Promise<void>;
};

function RateForm(props: FormProps) {
  const [stars, setStars] = createSignal(untrack(() => props.given?.stars ?? 0));
  const [comment, setComment] = createSignal(untrack(() => props.given?.comment ?? ''));
  const [busy, setBusy] = createSignal(false);
  const [missing, setMissing] = createSignal(false);
  const name = createUniqueId();
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setMissing(stars() === 0);
    if (stars() === 0) return;
    setBusy(true);
    await props.onSend(stars(), comment());
    setBusy(false);
  }
  return (
    <form class="stack stack--3" onSubmit={(event) => void submit(event)}>
      <StarChoice value={stars()} name={name} onValue={setStars} />
      <Show when={missing()}>
        <p class="field__error" role="alert">
          {t('afterwards.rate.missing')}
        </p>
      </Show>
      <TextArea
        label={t('afterwards.rate.words')}
        help={t('afterwards.rate.wordsHelp', { mentor: props.mentor })}
        optional
        rows={3}
        maxlength={longest}
        value={comment()}
        onValue={setComment}
      />
      <div class="row">
        <Button type="submit" variant="primary" busy={busy()} busyText={t('afterwards.rate.sending')}>
          {t('afterwards.rate.send')}
        </Button>
      </div>
    </form>
  );
}
