import { Show, createEffect, createSignal, on, onCleanup } from 'solid-js';
import { Switch } from '../../ui/choices.tsx';
import { showToast } from '../../ui/showToast.ts';
import { preferences } from '../devices/preferences.ts';
import { t } from '../../text/devices.ts';
import { blurState, setBlur } from './platformBlur.ts';

/** Blurring what is behind one, offered only where this camera's system does it. */
export function BlurChoice(props: { camera: MediaStreamTrack | undefined }) {
  const [state, setState] = createSignal(blurState(undefined));
  createEffect(
    on(
      () => props.camera,
      (track) => {
        const look = () => setState(blurState(track));
        look();
        // The person may turn it on or off in the system itself.
        track?.addEventListener('configurationchange', look);
        onCleanup(() => track?.removeEventListener('configurationchange', look));
      },
    ),
  );
  async function choose(box: HTMLInputElement): Promise<void> {
    const wanted = box.checked;
    const track = props.camera;
    if (!track) return;
    const done = await setBlur(track, wanted);
    setState(blurState(track));
    // A refusal changes nothing here, but the press has changed the box.
    box.checked = state() !== 'off';
    preferences.blur.set(done ? wanted : !wanted);
    if (!done) showToast({ tone: 'warning', title: t('background.refused') });
  }
  return (
    <Show when={state() !== 'unavailable'}>
      <Switch
        label={t('background.blur')}
        checked={state() !== 'off'}
        disabled={state() === 'always'}
        onChange={(event) => void choose(event.currentTarget)}
      />
      <Show when={state() === 'always'}>
        <p class="field__help">{t('background.always')}</p>
      </Show>
    </Show>
  );
}
