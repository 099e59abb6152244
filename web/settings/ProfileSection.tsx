import { Match, Show, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import { changeProfile, type ChangeProfile, type OwnProfile } from '../../api/contracts/profile.ts';
import { bioMaxLength, topicMaxLength, topicsMax } from '../../api/contracts/signUp.ts';
import { domain, lessonLanguage } from '../../api/contracts/teaching.ts';
import { formatLanguage } from '../lib/formats.ts';
import { suggestTopics } from '../lib/suggestTopics.ts';
import { ListFailed } from '../shell/ListFailed.tsx';
import { t } from '../text/settings.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { domainName } from '../ui/domainName.ts';
import { Skeleton } from '../ui/feedback.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { PickChips } from '../ui/PickChips.tsx';
import { TopicInput } from '../ui/TopicInput.tsx';
import { createForm } from './createForm.ts';
import { profileFieldsOf, type ProfileField } from './profileFields.ts';
import { saveProfile, useProfile } from './queries.ts';

export default function ProfileSection() {
  const profile = useProfile();
  return (
    <Switch fallback={<Skeleton class="h-64" />}>
      <Match when={profile.isSuccess && profile.data}>{(known) => <Profile known={known()} />}</Match>
      <Match when={profile.isError}>
        <ListFailed onRetry={() => void profile.refetch()}>{t('settings.failed')}</ListFailed>
      </Match>
    </Switch>
  );
}

function Profile(props: { known: OwnProfile }) {
  const lead = () =>
    ({
      learner: t('profile.leadLearner'),
      mentor: t('profile.lead'),
      admin: t('profile.leadAdmin'),
    })[props.known.role];
  return (
    <section class="card card--pad settings-form" aria-labelledby="profile-title">
      <header class="settings-form__head">
        <div>
          <h2 class="h-card" id="profile-title">
            {t('profile.title')}
          </h2>
          <p class="muted">{lead()}</p>
        </div>
        <Show when={props.known.role === 'mentor'}>
          <ButtonLink href={`/mentors/${props.known.id}`} size="sm">
            {t('profile.seePage')}
          </ButtonLink>
        </Show>
      </header>
      <ProfileForm known={props.known} />
    </section>
  );
}

function ProfileForm(props: { known: OwnProfile }) {
  // What is typed stays when the profile is read again: it is the person's until they save it.
  // eslint-disable-next-line solid/reactivity -- the role of an account never changes
  const fields = profileFieldsOf(props.known.role);
  const form = createForm(fields, (field) => t(`profile.wrong.${field}`));
  // eslint-disable-next-line solid/reactivity -- the form begins with what is known now
  const [draft, setDraft] = createStore<Pick<OwnProfile, ProfileField>>({ ...props.known });
  const has = (field: ProfileField) => fields.includes(field);
  const isMentor = () => props.known.role === 'mentor';

  function change<F extends ProfileField>(field: F, value: OwnProfile[F]): void {
    setDraft({ [field]: value } as Partial<Pick<OwnProfile, ProfileField>>);
    form.wrong.forget(field);
  }
  function save(): void {
    const changed = Object.fromEntries(fields.map((field) => [field, draft[field]])) as ChangeProfile;
    const refused = changeProfile.safeParse(changed).error?.issues.map(({ path }) => path[0] ?? '') ?? [];
    void form.save(refused, () => saveProfile(changed), t('settings.saved'));
  }

  return (
    <form
      class="settings-form"
      ref={form.hold}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('profile.name')}
        name="name"
        autocomplete="name"
        maxLength={80}
        value={draft.name}
        onValue={(value) => change('name', value)}
        error={form.wrong.of('name')}
      />
      <Show when={has('bio')}>
        <TextArea
          label={t('profile.bio')}
          help={isMentor() ? t('profile.bioHelp') : t('profile.bioLearnerHelp')}
          optional={!isMentor()}
          name="bio"
          rows={6}
          maxLength={bioMaxLength}
          value={draft.bio}
          onValue={(value) => change('bio', value)}
          error={form.wrong.of('bio')}
        />
      </Show>
      <Show when={isMentor()}>
        <PickChips
          label={t('profile.domains')}
          help={t('profile.domainsHelp')}
          max={3}
          choices={domain.options.map((value) => ({ value, label: domainName(value) }))}
          values={draft.domains}
          onValues={(values) => change('domains', values)}
          error={form.wrong.of('domains')}
        />
        <TopicInput
          label={t('profile.skills')}
          help={t('profile.skillsHelp')}
          suggest={suggestTopics}
          max={topicsMax}
          maxLength={topicMaxLength}
          values={draft.skills}
          onValues={(values) => change('skills', values)}
          error={form.wrong.of('skills')}
        />
        <PickChips
          label={t('profile.languages')}
          max={5}
          choices={lessonLanguage.options.map((value) => ({ value, label: formatLanguage(value) }))}
          values={draft.languages}
          onValues={(values) => change('languages', values)}
          error={form.wrong.of('languages')}
        />
      </Show>
      <Show when={has('interests')}>
        <TopicInput
          label={t('profile.interests')}
          help={t('profile.interestsHelp')}
          suggest={suggestTopics}
          max={topicsMax}
          maxLength={topicMaxLength}
          values={draft.interests}
          onValues={(values) => change('interests', values)}
          error={form.wrong.of('interests')}
        />
        <TextArea
          label={t('profile.goals')}
          help={t('profile.goalsHelp')}
          optional
          name="goals"
          maxLength={500}
          value={draft.goals}
          onValue={(value) => change('goals', value)}
          error={form.wrong.of('goals')}
        />
      </Show>
      <div class="settings-form__acts">
        <Button type="submit" variant="primary" busy={form.busy()} busyText={t('settings.saving')}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
