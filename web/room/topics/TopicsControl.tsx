import { t } from '../../text/topics.ts';
import { Control } from '../Control.tsx';
import type { Topics } from './createTopics.ts';

type ControlProps = { topics: Topics; open: boolean; onOpen: (open: boolean) => void };

/** Opens the checklist; says how far it is. */
export function TopicsControl(props: ControlProps) {
  return (
    <Control
      icon="clipboard-document-list"
      word={t('topics.word')}
      name={t('topics.progressOf', { done: props.topics.done(), count: props.topics.list().length })}
      label={t(props.open ? 'topics.close' : 'topics.open')}
      shortcut="T"
      pressed={props.open}
      look={props.open ? 'on' : 'plain'}
      onPress={() => props.onOpen(!props.open)}
    />
  );
}
