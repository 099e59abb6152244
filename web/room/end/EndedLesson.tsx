import { Show, Suspense } from 'solid-js';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import RateLesson from '../../afterwards/RateLesson.tsx';
import SessionResources from '../../sessionFiles/SessionResources.tsx';
import { hasSeat } from '../../sessions/seat.ts';
import { t } from '../../text/afterwards.ts';
import { t as say } from '../../text/room.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../Notice.tsx';

/** The lesson is over for everybody: the learner may rate it, and all find what is kept (ROOM-17). */
export function EndedLesson(props: { lesson: SessionForMe }) {
  const isMentor = () => props.lesson.mine?.isMentor === true;
  const mentor = () => props.lesson.mentor.name;
  return (
    <Notice
      title={say('over.ended')}
      text={isMentor() ? t('afterwards.endedMentor') : t('afterwards.endedLearner', { mentor: mentor() })}
      below={
        <Suspense>
          <Show when={hasSeat(props.lesson)}>
            <RateLesson sessionId={props.lesson.id} mentor={mentor()} />
          </Show>
          <Show when={isMentor()}>
            <SessionResources sessionId={props.lesson.id} isMentor />
          </Show>
        </Suspense>
      }
    >
      <ButtonLink variant="primary" href={`/sessions/${props.lesson.id}`}>
        {t('afterwards.toPage')}
      </ButtonLink>
      <ButtonLink href="/dashboard">{say('over.dashboard')}</ButtonLink>
    </Notice>
  );
}
