import { For, Show } from 'solid-js';
import { useAppConfig } from '../lib/appConfig.ts';
import { t } from '../text/auth.ts';
import { Avatar } from '../ui/Avatar.tsx';

/** Only a trial installation has them. */
export function DemoAccounts(props: { onPick: (who: { email: string; password: string }) => void }) {
  const config = useAppConfig();
  const accounts = () => (config.isSuccess ? config.data.demoAccounts : []);
  return (
    <Show when={accounts().length > 0}>
      <section class="demo-accounts" aria-labelledby="demo-accounts">
        <h2 class="h-small" id="demo-accounts">
          {t('auth.demoTitle')}
        </h2>
        <p class="caption">{t('auth.demoText')}</p>
        <ul class="demo-accounts__list">
          <For each={accounts()}>
            {(account) => (
              <li>
                <button type="button" class="demo-account" onClick={() => props.onPick(account)}>
                  <Avatar name={account.name} id={account.email} size={32} />
                  <span class="grow">
                    <span class="person__name">{account.name}</span>
                    <span class="person__sub">{t(`roles.${account.role}`)}</span>
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
