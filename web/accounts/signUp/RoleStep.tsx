import { For } from 'solid-js';
import { t } from '../../text/signUp.ts';
import { FieldGroup } from '../../ui/FieldGroup.tsx';
import { Pick } from '../../ui/Pick.tsx';
import { draft, setDraft } from './draft.ts';
import type { StepProps } from './createSignUp.ts';

const roles = [
  { role: 'learner', icon: 'academic-cap', label: 'signUp.learner', text: 'signUp.learnerText' },
  { role: 'mentor', icon: 'user-group', label: 'signUp.mentor', text: 'signUp.mentorText' },
] as const;

export function RoleStep(props: StepProps) {
  return (
    <FieldGroup label={t('signUp.steps.role')} hideLabel error={props.flow.wrong.of('role')}>
      {(invalid) => (
        <div class="picks picks--roles">
          <For each={roles}>
            {({ role, icon, label, text }) => (
              <Pick
                type="radio"
                name="role"
                icon={icon}
                label={t(label)}
                text={t(text)}
                checked={draft.role === role}
                aria-invalid={invalid}
                onChange={() => {
                  setDraft('role', role);
                  props.flow.wrong.forget('role');
                }}
              />
            )}
          </For>
        </div>
      )}
    </FieldGroup>
  );
}
