import { Show } from 'solid-js';
import { t } from '../../text/quality.ts';
import type { StreamFigures } from './compareStats.ts';

/** Bit/s in words. */
export const rateText = (bitrate: number): string =>
  t('quality.panel.rate', { kilobits: Math.round(bitrate / 1_000) });
const percentText = (share: number) => `${Math.round(share * 100)}%`;

/** What flows from one source: how much, how large, how, and what gets lost. */
export function StreamLine(props: { stream: StreamFigures; layers?: string | undefined }) {
  const stream = () => props.stream;
  const picture = () => {
    const { width, height, framesPerSecond } = stream();
    return [
      width && height ? t('quality.panel.size', { width, height }) : undefined,
      stream().kind === 'video' && framesPerSecond !== undefined
        ? t('quality.panel.frames', { count: Math.round(framesPerSecond) })
        : undefined,
      stream().codec,
      props.layers,
    ];
  };
  const faults = () => {
    const { lostShare, jitterMs } = stream();
    return [
      lostShare === null ? undefined : `${t('quality.panel.loss')} ${percentText(lostShare)}`,
      jitterMs === null
        ? undefined
        : `${t('quality.panel.jitter')} ${t('quality.delay', { ms: Math.round(jitterMs) })}`,
    ];
  };
  const line = (parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ');
  return (
    <li class="stream-line" data-source={stream().source}>
      <span class="grow">
        {t(`quality.panel.source.${stream().source}`)}
        <small>{line(picture())}</small>
        <Show when={line(faults())}>{(words) => <small>{words()}</small>}</Show>
      </span>
      <span class="num">{rateText(stream().bitrate)}</span>
    </li>
  );
}
