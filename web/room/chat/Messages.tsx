import { Show } from 'solid-js';
import type { ChatMessage } from '../../../media/contracts/chat.ts';
import { FileCard } from '../../sessionFiles/FileCard.tsx';
import { t } from '../../text/chat.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Outgoing } from './createOutgoing.ts';
import { MessageHead, Private, privately } from './MessageHead.tsx';
import { MessageText } from './MessageText.tsx';

type KeptProps = {
  message: ChatMessage;
  /** The one above it, when nothing stands in between. */
  before: ChatMessage | undefined;
  userId: string;
  picture: string | null;
  sessionId: string;
};

/** What one says within this time reads as one turn. */
const turnMs = 3 * 60_000;

/** A message of the room; who and when is said once for each turn. */
export function KeptMessage(props: KeptProps) {
  const message = () => props.message;
  const isMine = () => message().userId === props.userId;
  const goesOn = () => {
    const { before } = props;
    return (
      before?.userId === message().userId &&
      before.to?.userId === message().to?.userId &&
      Date.parse(message().at) - Date.parse(before.at) < turnMs
    );
  };
  const alone = () => {
    const { to } = message();
    return privately(to && { id: to.userId, name: to.name }, props.userId);
  };
  return (
    <li class="msg" classList={{ 'msg--me': isMine(), 'msg--on': goesOn() }} data-private={alone() && ''}>
      <Show when={!isMine()}>
        <Show when={!goesOn()} fallback={<span class="msg__gap" />}>
          <Avatar name={message().name} id={message().userId} picture={props.picture} size={32} />
        </Show>
      </Show>
      <div>
        <MessageHead
          name={isMine() ? t('chat.you') : message().name}
          at={message().at}
          privately={alone()}
          unseen={goesOn()}
        />
        <MessageText text={message().text} />
        <Show when={message().file}>{(file) => <FileCard sessionId={props.sessionId} file={file()} />}</Show>
      </div>
    </li>
  );
}

/** A message that is not known to be kept yet. */
export function SentMessage(props: { outgoing: Outgoing; onRetry: () => void; onDiscard: () => void }) {
  return (
    <li class="msg msg--me" data-state={props.outgoing.trouble ? 'failed' : 'sending'}>
      <div>
        <Show when={props.outgoing.to}>
          {(to) => (
            <p class="msg__who">
              <Private words={t('chat.privateTo', { name: to().name })} />
            </p>
          )}
        </Show>
        <MessageText text={props.outgoing.text} />
        <Show when={props.outgoing.file}>{(file) => <p class="bubble">{file().name}</p>}</Show>
        <Show when={props.outgoing.trouble} fallback={<p class="msg__state">{t('chat.sending')}</p>}>
          {(trouble) => (
            <>
              <p class="msg__state msg__state--failed" role="alert">
                {t('chat.notSent')} {props.outgoing.why ?? t(`chat.why.${trouble()}`)}
              </p>
              <p class="msg__acts">
                <Button size="sm" onClick={() => props.onRetry()}>
                  {t('chat.retry')}
                </Button>
                <Button size="sm" variant="ghost" onClick={() => props.onDiscard()}>
                  {t('chat.discard')}
                </Button>
              </p>
            </>
          )}
        </Show>
      </div>
    </li>
  );
}
