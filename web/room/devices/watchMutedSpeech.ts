import { createEffect, createMemo, on, type Accessor } from 'solid-js';
import { createLevel, lookMs } from '../createLevel.ts';
import { createBurstWatch } from './createBurstWatch.ts';
import { createEar } from './createEar.ts';

/** About -38 dBFS: a voice before a laptop, above its fan. */
const speechLevel = 0.36;
const looksInSecond = Math.round(1_000 / lookMs);

type Options = {
  /** The microphone while it is muted; nothing while it is heard, or nobody wants the hint. */
  muted: Accessor<MediaStreamTrack | undefined>;
  onSpeech: () => void;
};

/** Notices that somebody speaks into a muted microphone. Only the level is looked at, here in the page. */
export function watchMutedSpeech({ muted, onSpeech }: Options): void {
  const ear = createEar(muted);
  const watch = createMemo(() => {
    ear();
    return createBurstWatch({
      loud: Math.ceil(looksInSecond / 3),
      outOf: looksInSecond,
      quiet: looksInSecond * 5,
    });
  });
  createEffect(on(createLevel(ear).look, ({ level }) => watch()(level > speechLevel) && onSpeech()));
}
