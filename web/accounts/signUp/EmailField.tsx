import { Show } from 'solid-js';
import { t } from '../../text/signUp.ts';
import { TextField } from '../../ui/fields.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { createEmailCheck } from './createEmailCheck.ts';

type EmailProps = {
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
  onLogInInstead: () => void;
};

/** An address; offers what was probably meant, and says when it has an account already (AUTH-3). */
export function EmailField(props: EmailProps) {
  const check = createEmailCheck(() => props.value);
  let place: HTMLDivElement | undefined;
  return (
    <div class="email-field" ref={(element) => (place = element)}>
      <TextField
        label={t('signUp.email')}
        name="email"
        type="email"
        autocomplete="email"
        inputMode="email"
        autocapitalize="none"
        spellcheck={false}
        maxLength={254}
        help={t('signUp.emailHelp')}
        value={props.value}
        onValue={(value) => props.onValue(value)}
        error={props.error}
      />
      <div role="status">
        <Show when={check.likely()} keyed>
          {(email) => (
            <p class="email-field__note">
              <Icon name="sparkles" size={16} />
              <span>
                {t('signUp.didYouMean')}{' '}
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    props.onValue(email);
                    place?.querySelector('input')?.focus();
                  }}
                >
                  {email}
                </button>
                {t('signUp.questionMark')}
              </span>
            </p>
          )}
        </Show>
        <Show when={check.isTaken() || props.error === t('signUp.taken')}>
          <p class="email-field__note">
            <Icon name="information-circle" size={16} />
            <span>
              <Show when={props.error !== t('signUp.taken')}>{t('signUp.taken')} </Show>
              <button type="button" class="link" onClick={() => props.onLogInInstead()}>
                {t('signUp.logInInstead')}
              </button>
            </span>
          </p>
        </Show>
      </div>
    </div>
  );
}
