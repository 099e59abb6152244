import { Show, createMemo } from 'solid-js';
import { t } from '../../text/signUp.ts';
import { passwordHint, type PasswordHint } from './passwordHint.ts';

const levels = { short: 1, personal: 1, easy: 1, fair: 2, strong: 3 } as const;

/** How strong a password looks while it is typed. */
export function PasswordStrength(props: { password: string; person: { name: string; email: string } }) {
  const hint = createMemo(() => passwordHint(props.password, props.person));
  return (
    <div class="strength" role="status">
      <Show when={hint()}>
        {(known) => (
          <>
            <span class="strength__bar" data-level={levels[known().word]} aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            <span>{sentenceOf(known())}</span>
          </>
        )}
      </Show>
    </div>
  );
}

function sentenceOf(hint: PasswordHint): string {
  if (hint.word === 'short') return t('signUp.strength.short', { count: hint.missing });
  return t(`signUp.strength.${hint.word}`);
}
