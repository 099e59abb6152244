import { Show } from 'solid-js';
import { describeError } from '../lib/describeError.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Notice } from './Notice.tsx';
import { t } from '../text/room.ts';
import type { RoomEnd } from './roomTypes.ts';

/** What ended, and the way on. */
export function Over(props: { end: RoomEnd; onRejoin: () => void }) {
  const text = () =>
    props.end.reason === 'refused' ? describeError(props.end.error) : t(`over.${props.end.reason}Text`);
  const back = () => ['left', 'replaced', 'unreachable'].includes(props.end.reason);
  return (
    <Notice title={t(`over.${props.end.reason}`)} text={text()}>
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
