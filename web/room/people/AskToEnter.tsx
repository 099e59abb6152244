import { Match, Switch, createSignal, onCleanup } from 'solid-js';
import type { RoomTicket } from '../../../api/contracts/sessions.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomEnd } from '../roomTypes.ts';
import { knockAtDoor } from './knockAtDoor.ts';
import { t } from '../../text/people.ts';

type AskProps = {
  onTicket: () => Promise<RoomTicket>;
  onAdmitted: () => void;
  onEnd: (end: RoomEnd) => void;
};

/** For whom the mentor keeps out: one press asks, and who is let in goes in without another one (ROOM-13). */
export function AskToEnter(props: AskProps) {
  const [state, setState] = createSignal<'before' | 'asking' | 'declined' | 'tooMany'>('before');
  const gone = new AbortController();
  onCleanup(() => gone.abort());

  async function ask(): Promise<void> {
    setState('asking');
    const result = await knockAtDoor(props.onTicket, gone.signal);
    if (result === 'stopped') return;
    if (result === 'admitted') return props.onAdmitted();
    if (typeof result === 'object') return props.onEnd(result.end);
    setState(result);
  }

  return (
    <div class="ask-to-enter" role="status">
      <Switch
        fallback={
          <Button icon="hand-raised" onClick={() => void ask()}>
            {t('people.ask.ask')}
          </Button>
        }
      >
        <Match when={state() === 'asking'}>
          <Spinner />
          <p>{t('people.ask.asking')}</p>
        </Match>
        <Match when={state() === 'declined' || state() === 'tooMany'}>
          <p>{t(state() === 'declined' ? 'people.ask.declined' : 'people.ask.tooMany')}</p>
          <Button icon="arrow-path" onClick={() => void ask()}>
            {t('people.ask.again')}
          </Button>
        </Match>
      </Switch>
    </div>
  );
}
