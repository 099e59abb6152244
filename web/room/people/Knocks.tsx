import { For } from 'solid-js';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Order } from './createOrder.ts';
import { t } from '../../text/people.ts';

/** Who asks the mentor to be let in; one press answers (ROOM-13). */
export function Knocks(props: { order: Order }) {
  return (
    <ul class="knocks" aria-live="polite" aria-label={t('people.knock.list')}>
      <For each={props.order.knocks()}>
        {({ userId, name, removed }) => (
          <li class="knock">
            <Avatar name={name} id={userId} />
            <p class="grow">
              <b>{name}</b> {t(removed ? 'people.knock.return' : 'people.knock.enter')}
            </p>
            <span class="knock__acts">
              <Button
                size="sm"
                aria-label={t('people.knock.declineName', { name })}
                onClick={() => props.order.answerKnock(userId, false)}
              >
                {t('people.knock.decline')}
              </Button>
              <Button
                size="sm"
                variant="primary"
                aria-label={t('people.knock.admitName', { name })}
                onClick={() => props.order.answerKnock(userId, true)}
              >
                {t('people.knock.admit')}
              </Button>
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}
