import { Show } from 'solid-js';
import type { LobbyPerson } from '../../../api/contracts/lobby.ts';
import { t } from '../../text/lobby.ts';
import { Badge } from '../../ui/Badge.tsx';

const namesShown = 3;

/** For the mentor in the room: who is still before it. */
export function Outside(props: { people: LobbyPerson[] }) {
  const names = () =>
    [
      ...props.people.slice(0, namesShown).map(({ name }) => name),
      ...(props.people.length > namesShown ? ['…'] : []),
    ].join(', ');
  return (
    <span class="outside" role="status">
      <Show when={props.people.length > 0}>
        <Badge tone="info" icon="users">
          <span class="outside__names truncate">{t('lobby.outside', { names: names() })}</span>
          <span class="outside__count">{t('lobby.outsideCount', { count: props.people.length })}</span>
        </Badge>
      </Show>
    </span>
  );
}
