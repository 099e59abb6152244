import { lessonLanguage, type LessonLanguage } from '../../api/contracts/teaching.ts';
import { serverNow } from '../lib/clock.ts';
import { formatLanguage, formatZone } from '../lib/formats.ts';
import { t } from '../text/dashboards.ts';
import { ChipInput } from '../ui/ChipInput.tsx';
import { DateTimeField, NumberField, Select, TextArea, TextField } from '../ui/fields.tsx';
import type { Draft, DraftField } from './sessionDraft.ts';

const durationChoices = [15, 30, 45, 60, 90, 120, 180, 240];

type DraftFieldsProps = {
  draft: Draft;
  onChange: <F extends DraftField>(field: F, value: Draft[F]) => void;
  errorOf: (field: DraftField) => string | undefined;
};

export function DraftFields(props: DraftFieldsProps) {
  return (
    <div class="stack stack--6">
      <fieldset class="card card--pad create__part">
        <legend class="h-card">{t('create.whatSection')}</legend>
        <TextField
          label={t('create.fieldTitle')}
          help={t('create.fieldTitleHelp')}
          name="title"
          maxLength={120}
          autocomplete="off"
          value={props.draft.title}
          onValue={(value) => props.onChange('title', value)}
          error={props.errorOf('title')}
        />
        <ChipInput
          label={t('create.fieldTopics')}
          help={t('create.fieldTopicsHelp')}
          placeholder={t('create.fieldTopicsPlaceholder')}
          name="topics"
          max={20}
          maxLength={80}
          values={props.draft.topics}
          onValues={(values) => props.onChange('topics', values)}
          error={props.errorOf('topics')}
        />
        <TextArea
          label={t('create.fieldDescription')}
          help={t('create.fieldDescriptionHelp')}
          optional
          name="description"
          rows={5}
          maxLength={4000}
          value={props.draft.description}
          onValue={(value) => props.onChange('description', value)}
          error={props.errorOf('description')}
        />
        <ChipInput
          label={t('create.fieldDomains')}
          help={t('create.fieldDomainsHelp')}
          optional
          name="domains"
          max={5}
          maxLength={40}
          values={props.draft.domains}
          onValues={(values) => props.onChange('domains', values)}
          error={props.errorOf('domains')}
        />
        <Select
          label={t('create.fieldLanguage')}
          help={t('create.fieldLanguageHelp')}
          name="language"
          choices={lessonLanguage.options.map((value) => ({ value, label: formatLanguage(value) }))}
          value={props.draft.language}
          onValue={(value) => props.onChange('language', value as LessonLanguage)}
          error={props.errorOf('language')}
        />
      </fieldset>
      <fieldset class="card card--pad create__part">
        <legend class="h-card">{t('create.whenSection')}</legend>
        <DateTimeField
          label={t('create.fieldStart')}
          help={t('create.fieldStartHelp', { zone: formatZone(new Date(serverNow()).toISOString()) })}
          name="startsAt"
          min={new Date(serverNow()).toISOString()}
          value={props.draft.startsAt}
          onValue={(value) => props.onChange('startsAt', value)}
          error={props.errorOf('startsAt')}
        />
        <div class="create__pair">
          <Select
            label={t('create.fieldDuration')}
            help={t('create.fieldDurationHelp')}
            name="durationMinutes"
            choices={durationChoices.map((count) => ({
              value: String(count),
              label: t('create.minutes', { count }),
            }))}
            value={String(props.draft.durationMinutes)}
            onValue={(value) => props.onChange('durationMinutes', Number(value))}
            error={props.errorOf('durationMinutes')}
          />
          <NumberField
            label={t('create.fieldCapacity')}
            help={t('create.fieldCapacityHelp')}
            name="capacity"
            min={1}
            max={50}
            value={props.draft.capacity}
            onValue={(value) => props.onChange('capacity', value)}
            error={props.errorOf('capacity')}
          />
        </div>
      </fieldset>
    </div>
  );
}
