import { Show, type JSX } from 'solid-js';
import type { KeptMessage } from '../../api/contracts/chat.ts';
import { MessageHead, privately } from '../room/chat/MessageHead.tsx';
import { MessageText } from '../room/chat/MessageText.tsx';
import { FileCard } from '../sessionFiles/FileCard.tsx';
import { Avatar } from '../ui/Avatar.tsx';

type LineProps = { message: KeptMessage; userId: string; sessionId: string; children?: JSX.Element };

/** A message of a lesson that is over. @param props.children what can be done with it */
export function KeptMessageLine(props: LineProps) {
  const message = () => props.message;
  const alone = () => privately(message().to, props.userId);
  return (
    <li class="msg" data-private={alone() && ''}>
      <Avatar name={message().by.name} id={message().by.id} size={32} />
      <div>
        <MessageHead name={message().by.name} at={message().at} privately={alone()} />
        <MessageText text={message().text} />
        <Show when={message().file}>{(file) => <FileCard sessionId={props.sessionId} file={file()} />}</Show>
      </div>
      {props.children}
    </li>
  );
}
