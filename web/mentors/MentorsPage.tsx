import { useSearchParams } from '@solidjs/router';
import { For, Show, createMemo } from 'solid-js';
import { domain, lessonLanguage } from '../../api/contracts/teaching.ts';
import { authGate } from '../accounts/authGate.ts';
import { formatLanguage } from '../lib/formats.ts';
import { ratingsOffered } from '../sessions/filters.ts';
import { ListStates } from '../shell/ListStates.tsx';
import { usePageTitle } from '../shell/pageTitle.ts';
import { t } from '../text/mentors.ts';
import { t as tSearch } from '../text/search.ts';
import { Button } from '../ui/Button.tsx';
import { domainName } from '../ui/domainName.ts';
import { EmptyState } from '../ui/feedback.tsx';
import { Select } from '../ui/fields.tsx';
import { FilterBar, type AppliedFilter } from '../ui/FilterBar.tsx';
import '../ui/styles/filter-bar.css';
import { formatRating } from '../ui/formatRating.ts';
import { MentorCard, MentorCardSkeleton } from '../ui/MentorCard.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { createSteadyOrder } from '../ui/steadyOrder.ts';
import { activeFilters, readFilters, writeFilters, type MentorFilters } from './filters.ts';
import './mentors.css';
import { useMentors } from './queries.ts';

export default function MentorsPage() {
  usePageTitle(() => t('mentorList.title'));
  const [search, setSearch] = useSearchParams();
  const filters = createMemo(() => readFilters(search));
  const change = (next: MentorFilters, replace = false) => setSearch(writeFilters(next), { replace });
  const clear = () => change({});
  const mentors = useMentors(filters);
  const found = () => (mentors.isPending ? [] : (mentors.data?.pages.flatMap((page) => page.items) ?? []));
  const steady = createSteadyOrder(found);
  const applied = (): AppliedFilter[] =>
    activeFilters(filters()).map((name) => ({
      name,
      label: labelOf(filters(), name),
      remove: () => change({ ...filters(), [name]: undefined }),
    }));
  return (
    <div class="wrap pt-8 pb-12">
      <header class="page-head">
        <div class="page-head__text">
          <h1 class="h-page">{t('mentorList.title')}</h1>
          <p class="muted">{t('mentorList.lead')}</p>
        </div>
      </header>
      <FilterBar
        search={
          <SearchBox
            label={t('mentorList.words')}
            placeholder={t('mentorList.wordsPlaceholder')}
            clearLabel={tSearch('search.clearWords')}
            words={filters().q ?? ''}
            onWords={(q, settled) => change({ ...filters(), q: q || undefined }, !settled)}
          />
        }
        fields={() => <MentorFields filters={filters()} onChange={(next) => change(next)} />}
        applied={applied()}
        onClear={clear}
      />
      <p class="sr-only" role="status">
        {mentors.isPlaceholderData ? tSearch('search.updating') : ''}
      </p>
      <ListStates
        query={mentors}
        filled={found().length > 0}
        failed={t('mentorList.failed')}
        skeleton={
          <div class="card-grid">
            <For each={Array.from({ length: 8 })}>{() => <MentorCardSkeleton />}</For>
          </div>
        }
        empty={<Nobody narrowed={applied().length > 0 || filters().q !== undefined} onClear={clear} />}
      >
        <h2 class="sr-only">{t('mentorList.results')}</h2>
        <div
          class="card-grid"
          classList={{ 'is-old': mentors.isPlaceholderData }}
          onPointerEnter={() => steady.hold(true)}
          onPointerLeave={() => steady.hold(false)}
        >
          <For each={steady.items()}>{(mentor) => <MentorCard mentor={mentor} />}</For>
        </div>
      </ListStates>
    </div>
  );
}

function labelOf(filters: MentorFilters, name: 'domain' | 'rating' | 'language'): string {
  if (name === 'domain') return domainName(filters.domain ?? '');
  if (name === 'language') return formatLanguage(filters.language ?? '');
  return tSearch('narrow.stars', { average: formatRating(filters.rating ?? 0) });
}

function MentorFields(props: { filters: MentorFilters; onChange: (filters: MentorFilters) => void }) {
  /** A field gives a string; what it means is read as an address is. */
  const set = (name: keyof MentorFilters) => (value: string) =>
    props.onChange({ ...props.filters, [name]: readFilters({ [name]: value })[name] });
  const any = (label: string) => ({ value: '', label });
  return (
    <div class="filters filters--3">
      <Select
        label={tSearch('search.domain')}
        value={props.filters.domain ?? ''}
        onValue={set('domain')}
        choices={[
          any(tSearch('search.anyDomain')),
          ...domain.options.map((value) => ({ value, label: domainName(value) })),
        ]}
      />
      <Select
        label={tSearch('search.language')}
        value={props.filters.language ?? ''}
        onValue={set('language')}
        choices={[
          any(tSearch('search.anyLanguage')),
          ...lessonLanguage.options.map((value) => ({ value, label: formatLanguage(value) })),
        ]}
      />
      <Select
        label={tSearch('search.rating')}
        value={props.filters.rating?.toString() ?? ''}
        onValue={set('rating')}
        choices={[
          any(tSearch('search.anyRating')),
          ...ratingsOffered.map((stars) => ({
            value: String(stars),
            label: tSearch('narrow.stars', { average: formatRating(stars) }),
          })),
        ]}
      />
    </div>
  );
}

function Nobody(props: { narrowed: boolean; onClear: () => void }) {
  return (
    <div class="card">
      <Show
        when={props.narrowed}
        fallback={
          <EmptyState
            title={t('mentorList.emptyTitle')}
            text={t('mentorList.emptyText')}
            action={
              <Button variant="primary" onClick={() => authGate.open('signUp', { role: 'mentor' })}>
                {t('mentorList.emptyAct')}
              </Button>
            }
          />
        }
      >
        <EmptyState
          art="road"
          title={t('mentorList.noneTitle')}
          text={t('mentorList.noneText')}
          action={
            <Button variant="primary" onClick={() => props.onClear()}>
              {t('mentorList.showAll')}
            </Button>
          }
        />
      </Show>
    </div>
  );
}
