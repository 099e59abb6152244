import { Show } from 'solid-js';
import { domain, lessonLanguage } from '../../api/contracts/teaching.ts';
import { serverNow } from '../lib/clock.ts';
import { formatLanguage, formatRupees } from '../lib/formats.ts';
import { suggestTopics } from '../lib/suggestTopics.ts';
import { t } from '../text/search.ts';
import { domainName } from '../ui/domainName.ts';
import { Select, TextField } from '../ui/fields.tsx';
import { formatRating } from '../ui/formatRating.ts';
import { TopicInput } from '../ui/TopicInput.tsx';
import { dateOf } from './filterQuery.ts';
import { pricesOffered, ratingsOffered, readFilters, whenChoices, type SessionFilters } from './filters.ts';

const topicMaxLength = 80;

/** A list of choices names also the one that came with the address. */
const withOwn = (offered: number[], own: number): number[] =>
  own > 0 && !offered.includes(own) ? [...offered, own] : offered;

type FilterFieldsProps = { filters: SessionFilters; onChange: (change: SessionFilters) => void };

/** All filters but the words; each takes effect at once. */
export function FilterFields(props: FilterFieldsProps) {
  /** A field gives a string; what it means is read as an address is. */
  const set = (name: keyof SessionFilters) => (value: string) =>
    props.onChange({ ...props.filters, [name]: readFilters({ when: 'dates', [name]: value })[name] });
  const any = (label: string) => ({ value: '', label });
  return (
    <div class="filters">
      <TopicInput
        label={t('search.topic')}
        values={props.filters.topic ? [props.filters.topic] : []}
        onValues={([topic]) => props.onChange({ ...props.filters, topic })}
        suggest={suggestTopics}
        max={1}
        maxLength={topicMaxLength}
      />
      <Select
        label={t('search.domain')}
        value={props.filters.domain ?? ''}
        onValue={set('domain')}
        choices={[
          any(t('search.anyDomain')),
          ...domain.options.map((value) => ({ value, label: domainName(value) })),
        ]}
      />
      <Select
        label={t('search.when')}
        value={props.filters.when ?? ''}
        onValue={set('when')}
        choices={[
          any(t('narrow.anyTime')),
          ...whenChoices.map((value) => ({ value, label: t(`narrow.${value}`) })),
        ]}
      />
      <Show when={props.filters.when === 'dates'}>
        <div class="filters__dates">
          <TextField
            type="date"
            label={t('search.from')}
            min={dateOf(serverNow())}
            value={props.filters.from ?? ''}
            onValue={set('from')}
          />
          <TextField
            type="date"
            label={t('search.to')}
            min={props.filters.from ?? dateOf(serverNow())}
            value={props.filters.to ?? ''}
            onValue={set('to')}
          />
        </div>
      </Show>
      <Select
        label={t('search.price')}
        value={props.filters.price?.toString() ?? ''}
        onValue={set('price')}
        choices={[
          any(t('narrow.anyPrice')),
          { value: 'free', label: t('session.free') },
          ...withOwn(pricesOffered, Number(props.filters.price)).map((rupees) => ({
            value: String(rupees),
            label: t('narrow.upTo', { price: formatRupees(rupees * 100) }),
          })),
        ]}
      />
      <Select
        label={t('search.rating')}
        value={props.filters.rating?.toString() ?? ''}
        onValue={set('rating')}
        choices={[
          any(t('search.anyRating')),
          ...withOwn(ratingsOffered, Number(props.filters.rating)).map((stars) => ({
            value: String(stars),
            label: t('narrow.stars', { average: formatRating(stars) }),
          })),
        ]}
      />
      <Select
        label={t('search.language')}
        value={props.filters.language ?? ''}
        onValue={set('language')}
        choices={[
          any(t('search.anyLanguage')),
          ...lessonLanguage.options.map((value) => ({ value, label: formatLanguage(value) })),
        ]}
      />
    </div>
  );
}
