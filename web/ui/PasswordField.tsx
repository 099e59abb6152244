import { Show, createSignal, splitProps, type JSX } from 'solid-js';
import { t } from '../text/accountFields.ts';
import { Field, type FieldProps } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import './styles/account-fields.css';

type PasswordProps = FieldProps &
  Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'value' | 'type' | 'autocomplete'> & {
    value: string;
    onValue: (value: string) => void;
    /** So that password managers know whether to fill in or to propose one. */
    autocomplete: 'current-password' | 'new-password';
    /** Stands below the control: how strong it is, for example. */
    children?: JSX.Element;
  };

/** A password that can be looked at, and that says when Caps Lock is on. */
export function PasswordField(props: PasswordProps) {
  const [own, rest] = splitProps(props, [
    ...(['label', 'help', 'error', 'optional'] as const),
    ...(['value', 'onValue', 'children', 'onBlur'] as const),
  ]);
  const [shown, setShown] = createSignal(false);
  const [capsLock, setCapsLock] = createSignal(false);
  const noteCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <Field label={own.label} help={own.help} error={own.error} optional={own.optional}>
      {(control) => (
        <>
          <div class="password">
            <input
              {...rest}
              {...control}
              type={shown() ? 'text' : 'password'}
              class="input"
              autocapitalize="none"
              autocorrect="off"
              spellcheck={false}
              value={own.value}
              onInput={(event) => own.onValue(event.currentTarget.value)}
              onKeyDown={noteCapsLock}
              onKeyUp={noteCapsLock}
              onBlur={() => setCapsLock(false)}
            />
            <IconButton
              class="password__eye"
              size="sm"
              icon={shown() ? 'eye-slash' : 'eye'}
              label={shown() ? t('accountFields.hidePassword') : t('accountFields.showPassword')}
              onClick={() => setShown(!shown())}
            />
          </div>
          <p class="password__caps" role="status">
            <Show when={capsLock()}>{t('accountFields.capsLock')}</Show>
          </p>
          {own.children}
        </>
      )}
    </Field>
  );
}
