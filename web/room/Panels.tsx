import { Match, Switch } from 'solid-js';
import type { User } from '../../api/contracts/accounts.ts';
import type { SessionForMe } from '../../api/contracts/sessions.ts';
import { tookPart } from '../sessions/seat.ts';
import { ChatPanel } from './chat/ChatPanel.tsx';
import type { Chat } from './chat/createChat.ts';
import type { Room } from './createRoom.ts';
import { PeoplePanel } from './people/PeoplePanel.tsx';
import { QualityPanel } from './quality/QualityPanel.tsx';
import type { Topics } from './topics/createTopics.ts';
import { TopicsPanel } from './topics/TopicsPanel.tsx';

export type Panel = 'people' | 'quality' | 'chat' | 'topics';

type PanelsProps = {
  panel: Panel | undefined;
  onClose: () => void;
  room: Room;
  chat: Chat;
  topics: Topics;
  lesson: SessionForMe;
  user: User;
  isMentor: boolean;
};

/** The panel beside the stage, one at a time: they stand in the same place. */
export function Panels(props: PanelsProps) {
  return (
    <Switch>
      <Match when={props.panel === 'quality'}>
        <QualityPanel room={props.room} onClose={props.onClose} />
      </Match>
      <Match when={props.panel === 'people'}>
        <PeoplePanel
          room={props.room}
          sessionId={props.lesson.id}
          me={props.user}
          isMentor={props.isMentor}
          onClose={props.onClose}
        />
      </Match>
      <Match when={props.panel === 'chat'}>
        <ChatPanel
          chat={props.chat}
          people={props.room.view.people}
          sessionId={tookPart(props.lesson) ? props.lesson.id : undefined}
          onClose={props.onClose}
        />
      </Match>
      <Match when={props.panel === 'topics'}>
        <TopicsPanel topics={props.topics} onClose={props.onClose} />
      </Match>
    </Switch>
  );
}
