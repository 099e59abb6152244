import { For, createSignal } from 'solid-js';
import { preferences } from '../../api/contracts/preferences.ts';
import { now } from '../lib/clock.ts';
import { formatTime } from '../lib/formats.ts';
import { locale } from '../lib/locale.ts';
import { browserZone, timeZone } from '../lib/zone.ts';
import { chooseLanguage, languages } from '../shell/language.ts';
import { t } from '../text/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/choices.tsx';
import { TextField } from '../ui/fields.tsx';
import { createForm } from './createForm.ts';
import { saveTimeZone } from './queries.ts';

/** Browsers list some by an older name: what is in use must be among them. */
const zones = () => [...new Set([timeZone(), ...Intl.supportedValuesOf('timeZone')])].sort();

export default function LanguageSection() {
  return (
    <section class="card card--pad settings-form" aria-labelledby="language-title">
      <header>
        <h2 class="h-card" id="language-title">
          {t('language.title')}
        </h2>
        <p class="muted">{t('language.lead')}</p>
      </header>
      <Segmented
        label={t('language.language')}
        block
        value={locale()}
        onValue={(chosen) => void chooseLanguage(chosen)}
        choices={languages}
      />
      <ZoneForm />
    </section>
  );
}

function ZoneForm() {
  const form = createForm(['timeZone'] as const, () => t('language.zoneWrong'));
  const [zone, setZone] = createSignal(timeZone());
  function choose(chosen: string): void {
    setZone(chosen);
    form.wrong.forget('timeZone');
  }
  function save(): void {
    const refused = preferences.shape.timeZone.safeParse(zone()).success ? [] : ['timeZone'];
    const chosen = zone();
    void form.save(refused, () => saveTimeZone(chosen), t('settings.saved'));
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
        label={t('language.zone')}
        help={t('language.zoneHelp', { time: formatTime(new Date(now()).toISOString()) })}
        name="timeZone"
        list="time-zones"
        autocomplete="off"
        maxLength={64}
        value={zone()}
        onValue={choose}
        error={form.wrong.of('timeZone')}
      />
      <datalist id="time-zones">
        <For each={zones()}>{(name) => <option value={name} />}</For>
      </datalist>
      <div class="settings-form__acts">
        <Button variant="ghost" onClick={() => choose(browserZone)} disabled={zone() === browserZone}>
          {t('language.useBrowser', { zone: browserZone })}
        </Button>
        <Button type="submit" variant="primary" busy={form.busy()} busyText={t('settings.saving')}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
