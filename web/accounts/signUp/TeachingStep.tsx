import { For } from 'solid-js';
import { topicMaxLength, topicsMax } from '../../../api/contracts/signUp.ts';
import { domain, type Domain } from '../../../api/contracts/teaching.ts';
import { t } from '../../text/signUp.ts';
import { domainName } from '../../ui/domainName.ts';
import { FieldGroup } from '../../ui/FieldGroup.tsx';
import type { IconName } from '../../ui/iconNames.ts';
import { Pick } from '../../ui/Pick.tsx';
import { TopicInput } from '../../ui/TopicInput.tsx';
import { draft, setDraft } from './draft.ts';
import type { StepProps } from './createSignUp.ts';
import { suggestTopics } from '../../lib/suggestTopics.ts';

const icons: Record<Domain, IconName> = {
  Mathematics: 'calculator',
  Science: 'beaker',
  Programming: 'code-bracket',
  Music: 'musical-note',
  Languages: 'language',
  Art: 'paint-brush',
  Business: 'chart-bar',
  Career: 'briefcase',
  Health: 'heart',
};
const domainsMax = 3;

export function TeachingStep(props: StepProps) {
  const isChosen = (name: Domain) => draft.domains.includes(name);
  const isFull = () => draft.domains.length >= domainsMax;
  function toggle(name: Domain): void {
    setDraft('domains', (known) =>
      known.includes(name) ? known.filter((one) => one !== name) : [...known, name],
    );
    props.flow.wrong.forget('domains');
  }
  return (
    <>
      <FieldGroup
        label={t('signUp.domains')}
        help={t('signUp.domainsHelp')}
        error={props.flow.wrong.of('domains')}
      >
        {(invalid) => (
          <div class="picks">
            <For each={domain.options}>
              {(name) => (
                <Pick
                  type="checkbox"
                  name="domains"
                  icon={icons[name]}
                  label={domainName(name)}
                  checked={isChosen(name)}
                  disabled={isFull() && !isChosen(name)}
                  aria-invalid={invalid}
                  onChange={() => toggle(name)}
                />
              )}
            </For>
          </div>
        )}
      </FieldGroup>
      <TopicInput
        label={t('signUp.skills')}
        name="skills"
        help={t('signUp.skillsHelp')}
        placeholder={t('signUp.skillsPlaceholder')}
        values={draft.skills}
        onValues={(skills) => {
          setDraft('skills', skills);
          props.flow.wrong.forget('skills');
        }}
        suggest={suggestTopics}
        max={topicsMax}
        maxLength={topicMaxLength}
        error={props.flow.wrong.of('skills')}
      />
    </>
  );
}
