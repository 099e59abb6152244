import { For, Match, Show, Switch as Choose } from 'solid-js';
import {
  notificationTopic,
  type NotificationTopic,
  type Preferences,
} from '../../api/contracts/preferences.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { t } from '../text/notifications.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/choices.tsx';
import { Skeleton } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';
import { createSaver, type Save } from './createSaver.ts';
import { usePreferences } from './preferences.ts';
import { PushHere } from './PushHere.tsx';
import { QuietHours } from './QuietHours.tsx';
import { playChime } from './sound.ts';
import './notifications.css';

/** By which ways somebody is told about what (LIVE-3, WEB-6). Each change is saved at once. */
export default function NotificationChoices() {
  const preferences = usePreferences();
  const saver = createSaver();
  const chosen = () => (preferences.isPending ? undefined : preferences.data);
  return (
    <section class="card card--pad told" aria-labelledby="told-title">
      <header>
        <div class="told__head">
          <h2 class="h-card" id="told-title">
            {t('told.title')}
          </h2>
          <p class="told__saved" role="status">
            <Show when={saver.saved()}>
              <Icon name="check" size={16} />
              {t('told.saved')}
            </Show>
          </p>
        </div>
        <p class="muted">{t('told.lead')}</p>
      </header>
      <Choose>
        <Match when={chosen()}>
          {(known) => (
            <>
              <Ways chosen={known().ways} save={saver.save} />
              <Sound chosen={known().sound} save={saver.save} />
              <QuietHours chosen={known().quietHours} zone={known().timeZone} save={saver.save} />
            </>
          )}
        </Match>
        <Match when={preferences.isError}>
          <ListFailed onRetry={() => void preferences.refetch()}>{t('told.failed')}</ListFailed>
        </Match>
        <Match when={preferences.isPending}>
          <Skeleton class="h-64" />
        </Match>
      </Choose>
      <PushHere />
    </section>
  );
}

const ways = ['email', 'push'] as const;

function Ways(props: { chosen: Preferences['ways']; save: Save }) {
  const choose = (topic: NotificationTopic, way: (typeof ways)[number], on: boolean) =>
    props.save({ ways: { ...props.chosen, [topic]: { ...props.chosen[topic], [way]: on } } });
  return (
    <table class="told__grid">
      <thead>
        <tr>
          <th scope="col">{t('told.about')}</th>
          <For each={ways}>{(way) => <th scope="col">{t(`told.${way}`)}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={notificationTopic.options}>
          {(topic) => (
            <tr>
              <th scope="row">
                <span class="told__topic">{t(`told.topics.${topic}.name`)}</span>
                <span class="person__sub">{t(`told.topics.${topic}.help`)}</span>
              </th>
              <For each={ways}>
                {(way) => (
                  <td>
                    <Switch
                      checked={props.chosen[topic][way]}
                      onChange={(event) => choose(topic, way, event.currentTarget.checked)}
                      label={
                        <span class="sr-only">
                          {t('told.choice', { way: t(`told.${way}`), topic: t(`told.topics.${topic}.name`) })}
                        </span>
                      }
                    />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Sound(props: { chosen: boolean; save: Save }) {
  return (
    <div class="told__part">
      <h3 class="h-card">{t('told.soundTitle')}</h3>
      <Switch
        checked={props.chosen}
        onChange={(event) => props.save({ sound: event.currentTarget.checked })}
        label={t('told.sound')}
      />
      <p class="muted">{t('told.soundHelp')}</p>
      <Button size="sm" icon="speaker-wave" onClick={() => void playChime().catch(() => undefined)}>
        {t('told.hear')}
      </Button>
    </div>
  );
}
