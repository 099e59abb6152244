import { Show } from 'solid-js';
import { Button } from '../../ui/Button.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { t } from '../../text/quality.ts';
import { self } from '../arrangeStage.ts';
import type { Room } from '../createRoom.ts';

/** What is wrong with the pictures now, in words; comes and goes by itself (ROOM-5, ROOM-15). */
export function QualityNotes(props: { room: Room }) {
  const quality = () => props.room.quality;
  const issue = () => {
    if (quality().isMissing(self)) return t('quality.issueOwn');
    const person = props.room.view.people.find(({ id }) => quality().isMissing(id));
    return person && t('quality.issueOf', { name: person.name });
  };
  return (
    <div class="quality-notes">
      <Show when={quality().choice() === 'audio'}>
        <p class="quality-note glass">
          <span>{t('quality.audioOnlyNote')}</span>
          <Button size="sm" onClick={() => quality().choose('auto')}>
            {t('quality.showVideos')}
          </Button>
        </p>
      </Show>
      <div role="status">
        <Show when={issue()} fallback={<Optimizing shown={quality().optimizing()} />}>
          {(words) => (
            <Badge tone="warning" icon="exclamation-triangle">
              {words()}
            </Badge>
          )}
        </Show>
      </div>
    </div>
  );
}

function Optimizing(props: { shown: boolean }) {
  return (
    <Show when={props.shown}>
      <Badge tone="neutral" icon="arrow-path">
        {t('quality.optimizing')}
        <span class="sr-only"> {t('quality.optimizingText')}</span>
      </Badge>
    </Show>
  );
}
