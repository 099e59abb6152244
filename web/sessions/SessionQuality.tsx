import './session-quality.css';
import { For, Show } from 'solid-js';
import { sessionQuality, type PersonQuality } from '../../api/contracts/quality.ts';
import { api } from '../lib/api.ts';
import { useQuery } from '../lib/query.ts';
import { t } from '../text/quality.ts';

const levels = ['good', 'fair', 'poor', 'lost'] as const;

/** After the lesson: how connections carried, minute by minute, as it was measured (ROOM-15). */
export default function SessionQuality(props: { sessionId: string; userId: string }) {
  const quality = useQuery(() => ({
    queryKey: ['session', props.sessionId, 'quality'],
    queryFn: ({ signal }) => api.get(`/api/sessions/${props.sessionId}/quality`, sessionQuality, { signal }),
  }));
  const people = () => (quality.isSuccess ? quality.data.people : []);
  return (
    <>
      <Show when={quality.isError}>
        <p class="muted">{t('quality.record.failed')}</p>
      </Show>
      <Show when={people().length > 0}>
        <section class="stack stack--3" aria-labelledby="connection">
          <h2 class="h-section" id="connection">
            {t('quality.record.title')}
          </h2>
          <ul class="card session-quality">
            <For each={people()}>
              {(person) => <PersonLine person={person} isMe={person.user.id === props.userId} />}
            </For>
          </ul>
          <p class="muted">{t('quality.record.text')}</p>
        </section>
      </Show>
    </>
  );
}

function PersonLine(props: { person: PersonQuality; isMe: boolean }) {
  const person = () => props.person;
  const known = () => levels.filter((level) => person().seconds[level] > 0);
  const total = () => {
    const { good, fair, poor, lost } = person().seconds;
    return good + fair + poor + lost;
  };
  const words = () => {
    const { seconds } = person();
    return known()
      .map((level) => t(`quality.record.${level}`, { seconds: seconds[level] }))
      .join(', ');
  };
  const figures = () => {
    const { lostPercent, roundTripMs } = person();
    return lostPercent === null || roundTripMs === null
      ? undefined
      : t('quality.record.figures', { percent: lostPercent, ms: roundTripMs });
  };
  return (
    <li data-person={person().user.id}>
      <b class="wrap-anywhere">
        {props.isMe ? t('quality.record.you', { name: person().user.name }) : person().user.name}
      </b>
      <span class="session-quality__time" aria-hidden="true">
        <For each={known()}>
          {(level) => <i data-level={level} style={{ '--share': person().seconds[level] / total() }} />}
        </For>
      </span>
      <span>{words()}</span>
      <Show when={figures()}>{(words) => <small class="muted">{words()}</small>}</Show>
    </li>
  );
}
