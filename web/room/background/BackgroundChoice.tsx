import { For, Show, createEffect, createSignal, createUniqueId, on, onCleanup } from 'solid-js';
import { t } from '../../text/background.ts';
import { backgrounds, changeBackground, offeredBackgrounds, type Background } from './backgrounds.ts';
import { blurState } from './platformBlur.ts';

type ChoiceProps = {
  camera: MediaStreamTrack | undefined;
  recapture: () => Promise<unknown>;
  /** Whether its name is shown, where no picture says what it is about. */
  labelled?: boolean;
};

/** What stands behind one's picture; nothing is offered where only the room itself can be shown. */
export function BackgroundChoice(props: ChoiceProps) {
  const system = createSystemBlur(() => props.camera);
  const name = createUniqueId();
  const offered = () => offeredBackgrounds(props.camera);
  /** A change is shown at once, and taken back when it fails. */
  const [wished, setWished] = createSignal<Background>();
  const shown = () => {
    const known = wished() ?? backgrounds.chosen();
    return known === 'none' && system() === 'on' ? 'blur' : known;
  };
  async function choose(background: Background): Promise<void> {
    setWished(background);
    await changeBackground({ background, camera: () => props.camera, recapture: () => props.recapture() });
    setWished((now) => (now === background ? undefined : now));
  }
  return (
    <Show when={offered().length > 1}>
      <Show when={props.labelled}>
        <span class="field__label" aria-hidden="true">
          {t('background.label')}
        </span>
      </Show>
      <div class="segmented" role="radiogroup" aria-label={t('background.label')}>
        <For each={offered()}>
          {(background) => (
            <label class="background-choice" classList={{ 'is-chosen': shown() === background }}>
              <input
                type="radio"
                class="sr-only"
                name={name}
                checked={shown() === background}
                onChange={() => void choose(background)}
              />
              {t(`background.${background}`)}
            </label>
          )}
        </For>
      </div>
    </Show>
  );
}

/** How the background goes, where that needs words. */
export function BackgroundStatus(props: { camera: MediaStreamTrack | undefined }) {
  const system = createSystemBlur(() => props.camera);
  const words = () => {
    const status = backgrounds.status();
    if (status !== 'fine') return t(`background.${status}`);
    return system() === 'always' ? t('background.always') : undefined;
  };
  return (
    <p class="field__help background-status" role="status">
      {words()}
    </p>
  );
}

function createSystemBlur(camera: () => MediaStreamTrack | undefined) {
  const [state, setState] = createSignal(blurState(undefined));
  createEffect(
    on(camera, (track) => {
      const look = () => setState(blurState(track));
      look();
      // The person may turn it on or off in the system itself.
      track?.addEventListener('configurationchange', look);
      onCleanup(() => track?.removeEventListener('configurationchange', look));
    }),
  );
  return state;
}
