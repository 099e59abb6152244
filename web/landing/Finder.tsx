import { For } from 'solid-js';
import { formatRupees } from '../lib/formats.ts';
import { t } from '../text/landing.ts';
import { Icon } from '../ui/Icon.tsx';

const wordsMaxLength = 80;
/** The same words as in the address of /sessions, so that the form works before any script has run. */
const times = ['now', 'today', 'week'] as const;
const rupees = [300, 500, 1000];

/** Searches on the page of its own, with what was chosen here. */
export function Finder(props: { onFind: (search: string) => void }) {
  return (
    <form
      class="finder"
      role="search"
      aria-label={t('landing.finder')}
      action="/sessions"
      method="get"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
        const search = new URLSearchParams(chosen as [string, string][]).toString();
        props.onFind(search && `?${search}`);
      }}
    >
      <label class="finder__part finder__part--grow">
        <span>{t('landing.finderWhat')}</span>
        <input
          type="search"
          name="q"
          maxLength={wordsMaxLength}
          autocomplete="off"
          enterkeyhint="search"
          placeholder={t('landing.finderWhatPlaceholder')}
        />
      </label>
      <label class="finder__part not-phone">
        <span>{t('landing.finderWhen')}</span>
        <select name="when">
          <option value="">{t('narrow.anyTime')}</option>
          <For each={times}>{(time) => <option value={time}>{t(`narrow.${time}`)}</option>}</For>
        </select>
      </label>
      <label class="finder__part not-phone">
        <span>{t('landing.finderPrice')}</span>
        <select name="price">
          <option value="">{t('narrow.anyPrice')}</option>
          <option value="free">{t('session.free')}</option>
          <For each={rupees}>
            {(most) => <option value={most}>{t('narrow.upTo', { price: formatRupees(most * 100) })}</option>}
          </For>
        </select>
      </label>
      <button type="submit" class="btn btn--primary btn--lg finder__go">
        <Icon name="magnifying-glass" />
        <span class="finder__word">{t('landing.finderGo')}</span>
      </button>
    </form>
  );
}
