import './quality.css';
import '../people/people.css';
import { For, Show, onCleanup, onMount } from 'solid-js';
import { t } from '../../text/quality.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/showToast.ts';
import type { Room } from '../createRoom.ts';
import { OwnFigures, PersonFigures } from './OwnFigures.tsx';
import { QualityChoice } from './QualityChoice.tsx';
import { writeReport } from './writeReport.ts';

/** What was measured of everyone's media, live, and what is spent on pictures (ROOM-5, ROOM-15). */
export function QualityPanel(props: { room: Room; onClose: () => void }) {
  const quality = () => props.room.quality;
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    const before = document.activeElement;
    heading?.focus();
    onCleanup(() => before instanceof HTMLElement && before.isConnected && before.focus());
  });
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(writeReport(props.room));
      showToast({ tone: 'success', title: t('quality.panel.copied') });
    } catch {
      showToast({
        tone: 'warning',
        title: t('quality.panel.notCopied'),
        text: t('quality.panel.notCopiedText'),
      });
    }
  }
  return (
    <aside
      class="room-panel quality-panel"
      aria-labelledby="quality-heading"
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <header class="room-panel__head">
        <h2 class="h-card grow" id="quality-heading" tabindex="-1" ref={(element) => (heading = element)}>
          {t('quality.panel.title')}
        </h2>
        <IconButton
          icon="x-mark"
          size="sm"
          label={t('quality.panel.close')}
          onClick={() => props.onClose()}
        />
      </header>
      <div class="room-panel__list quality-panel__body">
        <QualityChoice value={quality().choice()} onChoose={(choice) => quality().choose(choice)} />
        <Show when={quality().figures()} fallback={<p class="muted">{t('quality.panel.measuring')}</p>}>
          {(figures) => (
            <>
              <OwnFigures room={props.room} figures={figures()} />
              <For each={props.room.view.people}>
                {(person) => (
                  <PersonFigures room={props.room} figures={figures()} id={person.id} name={person.name} />
                )}
              </For>
            </>
          )}
        </Show>
        <Button icon="document-duplicate" size="sm" onClick={() => void copy()}>
          {t('quality.panel.copy')}
        </Button>
      </div>
    </aside>
  );
}
