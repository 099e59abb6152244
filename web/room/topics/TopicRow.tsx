import { Show } from 'solid-js';
import { t } from '../../text/topics.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formatLength } from '../lessonClock.ts';
import type { Press } from './createPresses.ts';
import type { ShownTopic } from './createTopics.ts';

type RowProps = {
  topic: ShownTopic;
  isMentor: boolean;
  onToggle: () => void;
  onRetry: (clientId: string) => void;
  onDiscard: (clientId: string) => void;
};

/** One topic: its box, which the mentor ticks, and when in the lesson it was covered. */
export function TopicRow(props: RowProps) {
  const covered = () => props.topic.covered;
  const press = () => props.topic.press;
  const isPending = () => press() !== undefined && !press()?.trouble;
  const failed = () => {
    const one = press();
    return one?.trouble ? { ...one, trouble: one.trouble } : undefined;
  };
  return (
    <li
      class="topics__row"
      classList={{ 'topics__row--done': covered() !== null }}
      data-state={failed() ? 'failed' : isPending() ? 'sending' : undefined}
    >
      <Show when={props.isMentor} fallback={<ReadRow topic={props.topic} />}>
        <label class="topics__line">
          <input
            type="checkbox"
            class="topics__check"
            checked={covered() !== null}
            onChange={(event) => {
              // What the list says stands in the box, also when the press changes nothing.
              event.currentTarget.checked = !event.currentTarget.checked;
              props.onToggle();
              event.currentTarget.checked = covered() !== null;
            }}
          />
          <span class="grow wrap-anywhere">{props.topic.title}</span>
          <Mark topic={props.topic} isPending={isPending()} />
        </label>
      </Show>
      <Show when={failed()}>{(one) => <Failed press={one()} {...props} />}</Show>
    </li>
  );
}

function ReadRow(props: { topic: ShownTopic }) {
  return (
    <span class="topics__line">
      <span class="topics__box" aria-hidden="true">
        <Show when={props.topic.covered}>
          <Icon name="check" size={16} />
        </Show>
      </span>
      <span class="grow wrap-anywhere">{props.topic.title}</span>
      <Mark topic={props.topic} isPending={false} />
    </span>
  );
}

function Mark(props: { topic: ShownTopic; isPending: boolean }) {
  return (
    <>
      <Show when={props.topic.covered}>
        {(covered) => (
          <span class="caption num">
            <span class="sr-only">{t('topics.coveredAt')} </span>
            {formatLength(covered().clockMs)}
          </span>
        )}
      </Show>
      <Show when={props.isPending}>
        <span class="topics__sending" title={t('topics.sending')}>
          <Icon name="arrow-path" size={16} />
          <span class="sr-only">{t('topics.sending')}</span>
        </span>
      </Show>
    </>
  );
}

type FailedProps = Pick<RowProps, 'onRetry' | 'onDiscard'> & {
  press: Press & { trouble: NonNullable<Press['trouble']> };
};

function Failed(props: FailedProps) {
  return (
    <div class="topics__trouble">
      <p role="alert">
        {t('topics.notSent')} {t(`topics.why.${props.press.trouble}`)}
      </p>
      <p class="topics__acts">
        <Button size="sm" onClick={() => props.onRetry(props.press.clientId)}>
          {t('topics.retry')}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => props.onDiscard(props.press.clientId)}>
          {t('topics.discard')}
        </Button>
      </p>
    </div>
  );
}
