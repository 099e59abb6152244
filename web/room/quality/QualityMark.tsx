import './quality.css';
import { Show } from 'solid-js';
import type { PeerQuality } from '../../../media/contracts/quality.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { describeQuality } from './describeQuality.ts';

/** How somebody is connected, as three bars: how many are full says it, not only their colour. */
export function Bars(props: { quality: PeerQuality | undefined }) {
  return (
    <span class="bars" data-level={props.quality?.level ?? 'unknown'} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

/** The bars with their words, for a place where they stand alone. Shows nothing while nothing is known. */
export function QualityMark(props: { quality: PeerQuality | undefined; class?: string }) {
  return (
    <Show when={props.quality}>
      {(quality) => (
        <Tooltip
          label={describeQuality(quality())}
          trigger={(given) => (
            <span
              {...given}
              class={`quality-mark ${props.class ?? ''}`}
              role="img"
              aria-label={describeQuality(quality())}
            >
              <Bars quality={quality()} />
            </span>
          )}
        />
      )}
    </Show>
  );
}
