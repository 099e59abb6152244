import { Show } from 'solid-js';
import { bioMaxLength } from '../../../api/contracts/signUp.ts';
import { PicturePicker } from '../../files/PicturePicker.tsx';
import { VideoPicker } from '../../files/VideoPicker.tsx';
import { t } from '../../text/signUp.ts';
import { Banner } from '../../ui/feedback.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { draft, files, filesAreLost, setDraft, setFiles } from './draft.ts';
import type { StepProps } from './createSignUp.ts';

export function ProfileStep(props: StepProps) {
  return (
    <>
      <TextArea
        label={t('signUp.bio')}
        name="bio"
        rows={5}
        help={t('signUp.bioHelp')}
        aside={t('signUp.bioCount', { count: draft.bio.trim().length, max: bioMaxLength })}
        maxLength={bioMaxLength}
        value={draft.bio}
        onValue={(bio) => {
          setDraft('bio', bio);
          props.flow.wrong.forget('bio');
        }}
        error={props.flow.wrong.of('bio')}
      />
      <Show when={filesAreLost()}>
        <Banner tone="warning">{t('signUp.filesLost')}</Banner>
      </Show>
      <PicturePicker optional file={files().picture} onPick={(picture) => setFiles({ picture })} />
      <VideoPicker optional file={files().introVideo} onPick={(introVideo) => setFiles({ introVideo })} />
      <p class="caption">{t('signUp.filesLater')}</p>
    </>
  );
}
