import { topicMaxLength, topicsMax } from '../../../api/contracts/signUp.ts';
import { t } from '../../text/signUp.ts';
import { TextArea } from '../../ui/fields.tsx';
import { TopicInput } from '../../ui/TopicInput.tsx';
import { draft, setDraft } from './draft.ts';
import type { StepProps } from './createSignUp.ts';
import { suggestTopics } from '../../lib/suggestTopics.ts';

export function InterestsStep(props: StepProps) {
  return (
    <>
      <TopicInput
        label={t('signUp.interests')}
        name="interests"
        help={t('signUp.interestsHelp')}
        placeholder={t('signUp.interestsPlaceholder')}
        values={draft.interests}
        onValues={(interests) => {
          setDraft('interests', interests);
          props.flow.wrong.forget('interests');
        }}
        suggest={suggestTopics}
        max={topicsMax}
        maxLength={topicMaxLength}
        error={props.flow.wrong.of('interests')}
      />
      <TextArea
        label={t('signUp.goals')}
        name="goals"
        optional
        help={t('signUp.goalsHelp')}
        maxLength={500}
        value={draft.goals}
        onValue={(goals) => {
          setDraft('goals', goals);
          props.flow.wrong.forget('goals');
        }}
        error={props.flow.wrong.of('goals')}
      />
    </>
  );
}
