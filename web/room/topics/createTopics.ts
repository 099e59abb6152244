import { createMemo, createSignal, untrack } from 'solid-js';
import { applyTopicAct, listTopics, type ListedTopic } from '../../../media/contracts/topicList.ts';
import { mostAddedTopics, type TopicChange } from '../../../media/contracts/topics.ts';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { t } from '../../text/topics.ts';
import type { Clock } from '../clock/createClock.ts';
import type { RoomClient } from '../RoomClient.ts';
import { SignallingError } from '../roomTypes.ts';
import { createPresses, type Press } from './createPresses.ts';
import { TopicLog } from './TopicLog.ts';

type Options = {
  client: RoomClient;
  lesson: Pick<SessionForMe, 'topics' | 'mine'>;
  clock: Pick<Clock, 'elapsedMs'>;
};
export type Topics = ReturnType<typeof createTopics>;
export type ShownTopic = ListedTopic & { press: Press | undefined };

/** The room's checklist as signals: what is covered, and what the mentor pressed and is on its way (ROOM-10). */
export function createTopics({ client, lesson, clock }: Options) {
  const [titles, isMentor] = [lesson.topics, lesson.mine?.isMentor === true];
  const [changes, setChanges] = createSignal<TopicChange[]>([]);
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading');
  const [spoken, setSpoken] = createSignal('');
  const log = new TopicLog((range) => client.ask('topicHistory', range), setChanges);
  const presses = createPresses(client, (change) => log.add(change));

  async function catchUp(): Promise<void> {
    try {
      await log.catchUp();
      setState('ready');
    } catch (error) {
      // Cut off: the next place asks again. Refused: the panel offers to.
      const cutOff = error instanceof SignallingError && error.code === 'closed';
      if (!cutOff && untrack(state) === 'loading') setState('failed');
    }
  }
  client.events.on('peersReset', () => {
    void catchUp();
    presses.resume();
  });
  client.events.on('dropped', () => log.dropped());

  const kept = createMemo(() => listTopics(titles, changes()));
  /** A press counts here at once; until it is acknowledged, one that others have already counts once. */
  const list = createMemo(() => {
    const known = new Set(changes().map(({ clientId }) => clientId));
    const waiting = presses.all().filter(({ clientId }) => !known.has(clientId));
    let shown = kept();
    for (const { did, at, trouble } of waiting) {
      // What was refused shows as it stands in the room; a topic that could not be added shows to be tried again.
      if (!trouble || did.act === 'add')
        shown = applyTopicAct(shown, did, { at, clockMs: clock.elapsedMs() });
    }
    return shown.map((topic): ShownTopic => ({
      ...topic,
      press: waiting.findLast(({ did }) => did.topic === topic.ref),
    }));
  });
  const done = () => list().filter(({ covered }) => covered).length;

  client.events.on('topicsChanged', (change) => {
    log.add(change);
    const now = untrack(kept);
    const topic = now.find(({ ref }) => ref === change.did.topic);
    if (!isMentor && topic) setSpoken(spokenText(change, topic.title, now));
  });

  return {
    isMentor,
    list,
    done,
    state,
    spoken,
    canAdd: () => list().length < titles.length + mostAddedTopics,
    reload: () => {
      setState('loading');
      void catchUp();
    },
    toggle: ({ ref, covered }: ListedTopic) =>
      presses.press({ act: covered ? 'untick' : 'tick', topic: ref }),
    add: (title: string) => presses.press({ act: 'add', topic: crypto.randomUUID(), title }),
    retry: presses.retry,
    discard: presses.discard,
  };
}

function spokenText({ did }: TopicChange, title: string, list: ListedTopic[]): string {
  const about = { title, done: list.filter(({ covered }) => covered).length, count: list.length };
  if (did.act === 'add') return t('topics.said.added', { title });
  return t(did.act === 'tick' ? 'topics.said.covered' : 'topics.said.open', about);
}
