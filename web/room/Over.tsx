import { Match, Show, Switch } from 'solid-js';
import type { RoomTicket, SessionForMe } from '../../api/contracts/sessions.ts';
import { EndedLesson } from './end/EndedLesson.tsx';
import { AskToEnter } from './people/AskToEnter.tsx';
import { describeError } from '../lib/describeError.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Cancelled } from './lobby/Cancelled.tsx';
import { Notice } from './Notice.tsx';
import { t } from '../text/room.ts';
import type { RoomEnd } from './roomTypes.ts';

type OverProps = {
  lesson: SessionForMe;
  end: RoomEnd;
  onRejoin: () => void;
  onTicket: () => Promise<RoomTicket>;
  /** The mentor lets this person in. */
  onAdmitted: () => void;
  onEnd: (end: RoomEnd) => void;
};

/** What ended, and the way on. */
export function Over(props: OverProps) {
  const cancelled = () => (props.end.reason === 'cancelled' ? props.end : undefined);
  return (
    <Switch fallback={<Ended {...props} />}>
      <Match when={cancelled()}>{(end) => <Cancelled by={end().by} />}</Match>
      <Match when={props.end.reason === 'ended' && props.lesson.state !== 'missed'}>
        <EndedLesson lesson={props.lesson} />
      </Match>
    </Switch>
  );
}

function Ended(props: OverProps) {
  const text = () => {
    const { end } = props;
    if (end.reason === 'refused') return describeError(end.error);
    if (end.reason === 'removed' && end.by) return t('over.removedBy', { by: end.by });
    return t(`over.${end.reason}Text`);
  };
  const keptOut = () => props.end.reason === 'removed' || props.end.reason === 'locked';
  const back = () => ['left', 'replaced', 'unreachable'].includes(props.end.reason);
  return (
    <Notice title={t(`over.${props.end.reason}`)} text={text()}>
      <Show when={keptOut()}>
        <AskToEnter onTicket={props.onTicket} onAdmitted={props.onAdmitted} onEnd={props.onEnd} />
      </Show>
      <Show when={back()}>
        <Button onClick={() => props.onRejoin()}>
          {t(props.end.reason === 'replaced' ? 'over.useThisTab' : 'over.rejoin')}
        </Button>
      </Show>
      <ButtonLink variant="primary" href="/dashboard">
        {t('over.dashboard')}
      </ButtonLink>
    </Notice>
  );
}
