import { Show, createSignal, onCleanup } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import { t } from '../../text/lobby.ts';
import { t as room } from '../../text/room.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../Notice.tsx';
import type { RoomEnd } from '../roomTypes.ts';

type By = Extract<RoomEnd, { reason: 'cancelled' }>['by'];

const secondsToRead = 3;
const away = '/dashboard';

/** The session does not take place; one is led back, unless one wants to stay (ROOM-3). */
export function Cancelled(props: { by?: By }) {
  const navigate = useNavigate();
  const [left, setLeft] = createSignal<number | undefined>(secondsToRead);
  const timer = setInterval(() => {
    const next = (left() ?? 0) - 1;
    setLeft(next);
    if (next > 0) return;
    clearInterval(timer);
    navigate(away);
  }, 1000);
  const stay = () => {
    clearInterval(timer);
    setLeft(undefined);
  };
  onCleanup(() => clearInterval(timer));
  const text = () => {
    const { by } = props;
    if (!by) return room('over.cancelledText');
    if (by.role === 'self') return t('lobby.cancelledByYou');
    return t(by.role === 'learner' ? 'lobby.cancelledByLearner' : 'lobby.cancelledBy', { name: by.name });
  };
  return (
    <Notice title={t('lobby.cancelled')} text={text()}>
      <Show when={left() !== undefined}>
        <p class="notice__count" role="timer">
          {t('lobby.backIn', { seconds: Math.max(0, left() ?? 0) })}
        </p>
        <Button onClick={stay}>{t('lobby.stayHere')}</Button>
      </Show>
      <ButtonLink variant="primary" href={away}>
        {t('lobby.backNow')}
      </ButtonLink>
    </Notice>
  );
}
