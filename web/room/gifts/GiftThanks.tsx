import './gifts.css';
import { For, Show, untrack } from 'solid-js';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import type { Gift } from '../../../media/contracts/gifts.ts';
import { formatRupees } from '../../lib/formats.ts';
import { t } from '../../text/gifts.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { RoomClient } from '../RoomClient.ts';
import { createGifts } from './createGifts.ts';

type ThanksProps = {
  client: Pick<RoomClient, 'events'>;
  userId: string;
  lesson: Pick<SessionForMe, 'mentor'>;
};

const sparks = Array.from({ length: 8 }, (_, index) => index);

/** A short celebration of a gift, which is read out too (PAY-6). */
export function GiftThanks(props: ThanksProps) {
  const gifts = untrack(() => createGifts(props.client));
  const mentor = () => props.lesson.mentor;
  const words = ({ from, amountPaise }: Gift) => {
    const amount = amountPaise === null ? undefined : formatRupees(amountPaise);
    if (mentor().id === props.userId) return t('gifts.toYou', { name: from.name, amount: amount ?? '' });
    if (from.userId === props.userId)
      return t('gifts.fromYou', { mentor: mentor().name, amount: amount ?? '' });
    return t('gifts.toMentor', { name: from.name, mentor: mentor().name });
  };
  return (
    <div class="gift-thanks" role="status">
      <Show when={gifts.shown()} keyed>
        {(gift) => (
          <div class="gift-thanks__card">
            <span class="gift-thanks__art" aria-hidden="true">
              <For each={sparks}>{(index) => <i style={{ '--turn': `${index * 45}deg` }} />}</For>
              <Icon name="gift" />
            </span>
            <span>
              <b>{t('gifts.thanks')}</b>
              <span class="gift-thanks__words">{words(gift)}</span>
            </span>
          </div>
        )}
      </Show>
    </div>
  );
}
