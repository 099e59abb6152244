import './afterwards.css';
import { For, Show } from 'solid-js';
import { sessionAttendance, type SessionAttendance as Attendance } from '../../api/contracts/attendance.ts';
import { api } from '../lib/api.ts';
import { formatTime } from '../lib/formats.ts';
import { useQuery } from '../lib/query.ts';
import { t } from '../text/afterwards.ts';
import { Avatar } from '../ui/Avatar.tsx';

type Person = Attendance['people'][number];

/** After the lesson: who was in its room, from when to when (LES-9, ROOM-17). */
export default function SessionAttendance(props: { sessionId: string; userId: string }) {
  const attendance = useQuery(() => ({
    queryKey: ['session', props.sessionId, 'attendance'],
    queryFn: ({ signal }) =>
      api.get(`/api/sessions/${props.sessionId}/attendance`, sessionAttendance, { signal }),
  }));
  const people = () =>
    (attendance.isSuccess ? attendance.data.people : []).toSorted(
      (one, other) => Number(other.isMentor) - Number(one.isMentor) || other.seconds - one.seconds,
    );
  const range = () => {
    const stays = people().flatMap((person) => person.stays);
    return {
      from: Math.min(...stays.map(({ from }) => Date.parse(from))),
      to: Math.max(...stays.map(({ to }) => Date.parse(to))),
    };
  };
  return (
    <>
      <Show when={attendance.isError}>
        <p class="muted">{t('afterwards.attendance.failed')}</p>
      </Show>
      <Show when={people().length > 0}>
        <section class="stack stack--3" aria-labelledby="attendance">
          <h2 class="h-section" id="attendance">
            {t('afterwards.attendance.title')}
          </h2>
          <ul class="card attendance">
            <For each={people()}>
              {(person) => (
                <PersonLine person={person} isMe={person.user.id === props.userId} range={range()} />
              )}
            </For>
          </ul>
          <p class="muted">{t('afterwards.attendance.text')}</p>
        </section>
      </Show>
    </>
  );
}

function PersonLine(props: { person: Person; isMe: boolean; range: { from: number; to: number } }) {
  const person = () => props.person;
  const percent = (ms: number) => {
    const { from, to } = props.range;
    return to > from ? ((ms - from) / (to - from)) * 100 : 0;
  };
  const place = ({ from, to }: Person['stays'][number]) => {
    const start = percent(Date.parse(from));
    return { left: `${start}%`, width: `${percent(Date.parse(to)) - start}%` };
  };
  const words = () =>
    person()
      .stays.map(({ from, to }) =>
        t('afterwards.attendance.stay', { from: formatTime(from), to: formatTime(to) }),
      )
      .join(', ');
  return (
    <li>
      <Avatar name={person().user.name} id={person().user.id} size={32} />
      <div class="attendance__who">
        <p>
          <b class="wrap-anywhere">{props.isMe ? t('afterwards.attendance.you') : person().user.name}</b>{' '}
          <Show when={person().isMentor && !props.isMe}>
            <span class="caption">{t('afterwards.attendance.mentor')}</span>
          </Show>
          <span class="muted num attendance__long">
            {t('afterwards.attendance.minutes', { count: Math.round(person().seconds / 60) })}
          </span>
        </p>
        <div class="attendance__bar" aria-hidden="true">
          <For each={person().stays}>{(stay) => <i style={place(stay)} />}</For>
        </div>
        <p class="caption num">{words()}</p>
      </div>
    </li>
  );
}
