import { For, Show } from 'solid-js';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import type { LobbyPerson } from '../../../api/contracts/lobby.ts';
import { t } from '../../text/lobby.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { formatLength } from '../lessonClock.ts';
import type { Standing } from './standing.ts';

type LobbyCardProps = { lesson: SessionForMe; standing: Standing; myId: string };

/** Who is before the room, and what everyone waits for (ROOM-3). */
export function LobbyCard(props: LobbyCardProps) {
  const others = () => props.standing.people().filter(({ userId }) => userId !== props.myId);
  /** A learner sees the mentor in any case: here or not. */
  const absent = () =>
    props.standing.isMentor() || props.standing.mentorHere() || !props.standing.scheduled()
      ? undefined
      : props.lesson.mentor;
  return (
    <section class="card waiting" aria-labelledby="lobby-here">
      <div class="row row--between">
        <h2 class="h-card" id="lobby-here">
          {t('lobby.here')}
        </h2>
        <Show when={props.standing.ready()}>
          <span class="talk talk--wait" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </Show>
      </div>
      <div role="status" class="waiting__what">
        <Show when={props.standing.sentence()}>
          {(sentence) => (
            <>
              <p class="person__name">{sentence().title}</p>
              <p class="muted">{sentence().text}</p>
            </>
          )}
        </Show>
      </div>
      <ul class="waiting__people" aria-label={t('lobby.here')} aria-live="polite">
        <Show when={absent()}>
          {(mentor) => (
            <li class="person">
              <Avatar name={mentor().name} id={mentor().id} picture={mentor().pictureUrl} />
              <span class="grow waiting__name">
                <b class="truncate">{mentor().name}</b>
                <small>{t('lobby.mentor')}</small>
              </span>
              <Badge tone="neutral">{t('lobby.away')}</Badge>
            </li>
          )}
        </Show>
        <For each={others()}>{(person) => <Person person={person} />}</For>
      </ul>
      <Show when={props.standing.opensInMs() > 0}>
        {/* Counts each second: not for screen readers, which would read it out each time. */}
        <p class="caption num" aria-hidden="true">
          {t('lobby.opensIn', { left: formatLength(props.standing.opensInMs()) })}
        </p>
      </Show>
      <Show when={props.standing.isMentor() && others().length === 0}>
        <p class="muted">{t('lobby.nobody')}</p>
      </Show>
    </section>
  );
}

function Person(props: { person: LobbyPerson }) {
  const part = () => {
    const { role } = props.person;
    return role === 'learner' ? undefined : t(`lobby.${role}`);
  };
  return (
    <li class="person">
      <Avatar name={props.person.name} id={props.person.userId} picture={props.person.pictureUrl} />
      <span class="grow waiting__name">
        <b class="truncate">{props.person.name}</b>
        <Show when={part()}>
          <small>{part()}</small>
        </Show>
      </span>
      <Show when={props.person.ready} fallback={<Badge tone="warning">{t('lobby.preparing')}</Badge>}>
        <Badge tone="success" icon="check">
          {t('lobby.ready')}
        </Badge>
      </Show>
    </li>
  );
}
