import { createSignal } from 'solid-js';
import { createKept } from '../createKept.ts';
import { segmenterFiles, segmenterWorkers, type Effect } from './contract.ts';
import { canTransformFrames } from './openEffect.ts';
import { blurState, setBlur } from './platformBlur.ts';

export type Background = 'none' | Effect;
export type BackgroundStatus = 'fine' | 'preparing' | 'failed' | 'struggling';

const [chosen, keep] = createKept<Background>('background', ['none', 'blur', 'plain']);
const [status, setStatus] = createSignal<BackgroundStatus>('fine');

/** What this device shows behind its person, and how that goes. */
export const backgrounds = { chosen, keep, status, setStatus };

/** What can be chosen with this camera, in this browser. */
export function offeredBackgrounds(camera: MediaStreamTrack | undefined): Background[] {
  const frames = canTransformFrames();
  const blur = frames || blurState(camera) !== 'unavailable';
  const offered: Background[] = [
    'none',
    ...(blur ? (['blur'] as const) : []),
    ...(frames ? (['plain'] as const) : []),
  ];
  // Who chose it with another camera must be able to take it back.
  return offered.includes(chosen()) ? offered : [...offered, chosen()];
}

export const assetsFolder = (): string => import.meta.env.BACKGROUND_ASSETS as string;

/** Fetches all that an effect needs, into the browser's cache. @throws when some of it does not come */
async function fetchAssets(effect: Effect): Promise<void> {
  const files = [segmenterWorkers[effect], ...segmenterFiles];
  await Promise.all(
    files.map(async (file) => {
      const answer = await fetch(assetsFolder() + file);
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
      await answer.arrayBuffer();
    }),
  );
}

type Change = {
  background: Background;
  /** What is shown or sent now. */
  camera: () => MediaStreamTrack | undefined;
  /** Opens the camera anew, if it is on; a background that cannot be made sets the status `failed`. */
  recapture: () => Promise<unknown>;
};

let changing: Promise<unknown> = Promise.resolve();

/** Changes the background, one change after the other; where it cannot be had, everything stays as it was. */
export function changeBackground(change: Change): Promise<void> {
  const changed = changing.then(() => changeNow(change));
  changing = changed.catch(() => undefined);
  return changed;
}

async function changeNow({ background, camera, recapture }: Change): Promise<void> {
  const before = chosen();
  const track = camera();
  setStatus('preparing');
  try {
    const bySystem = background === 'blur' && blurState(track) !== 'unavailable';
    if (background !== 'none' && !bySystem) await fetchAssets(background);
    if (background !== 'blur' && track && blurState(track) === 'on') await setBlur(track, false);
  } catch {
    return void setStatus('failed');
  }
  keep(background);
  await recapture();
  if (status() === 'failed') {
    keep(before);
    await recapture();
    setStatus('failed');
  } else if (status() === 'preparing') setStatus('fine');
}
