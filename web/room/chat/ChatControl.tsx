import './chat.css';
import { Show } from 'solid-js';
import { t } from '../../text/chat.ts';
import { Control } from '../Control.tsx';

type ControlProps = { unread: number; open: boolean; onOpen: (open: boolean) => void };

/** More than that are not counted out. */
const most = 99;

/** Opens the chat; says how many messages are unread. */
export function ChatControl(props: ControlProps) {
  return (
    <div class="chat-control">
      <Control
        icon="chat-bubble-left-ellipsis"
        word={t('chat.word')}
        name={props.unread > 0 ? t('chat.unread', { count: props.unread }) : undefined}
        label={t(props.open ? 'chat.close' : 'chat.open')}
        shortcut="C"
        pressed={props.open}
        look={props.open ? 'on' : 'plain'}
        onPress={() => props.onOpen(!props.open)}
      />
      <Show when={props.unread > 0}>
        <span class="count" aria-hidden="true">
          {props.unread > most ? `${most}+` : props.unread}
        </span>
      </Show>
    </div>
  );
}
