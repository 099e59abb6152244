import { For, Show } from 'solid-js';
import { t } from '../../text/quality.ts';
import type { Room } from '../createRoom.ts';
import type { Figures } from './compareStats.ts';
import { ownQuality } from './ownQuality.ts';
import { Bars } from './QualityMark.tsx';
import { describeQuality } from './describeQuality.ts';
import { sentSources } from './sentSources.ts';
import { Sparkline } from './Sparkline.tsx';
import { rateText, StreamLine } from './StreamLine.tsx';

/** This page's own line, and what it sends. */
export function OwnFigures(props: { room: Room; figures: Figures }) {
  const rates = (of: 'sendBitrate' | 'receiveBitrate') =>
    props.room.quality.history().map((look) => look[of]);
  const facts = () => [
    [t('quality.panel.way'), props.figures.way ? t(`quality.panel.ways.${props.figures.way}`) : '–'],
    [
      t('quality.panel.roundTrip'),
      props.figures.roundTripMs === null
        ? '–'
        : t('quality.delay', { ms: Math.round(props.figures.roundTripMs) }),
    ],
  ];
  return (
    <section class="quality-part" aria-labelledby="quality-own">
      <h3 class="h-card" id="quality-own">
        {t('quality.panel.you')}
      </h3>
      <p class="quality-part__level">
        <Bars quality={ownQuality(props.room)} /> {describeQuality(ownQuality(props.room))}
      </p>
      <dl class="quality-facts">
        <For each={['sendBitrate', 'receiveBitrate'] as const}>
          {(of) => (
            <div>
              <dt>
                {t(of === 'sendBitrate' ? 'quality.panel.send' : 'quality.panel.receive')}
                <span class="sr-only">, {t('quality.panel.twoMinutes')}</span>
              </dt>
              <dd class="num">{rateText(props.figures[of])}</dd>
              <Sparkline values={rates(of)} />
            </div>
          )}
        </For>
        <For each={facts()}>
          {([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd class="num">{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <ul>
        <For each={sentSources(props.figures.sent)} fallback={<Nothing />}>
          {({ figures, active, all }) => (
            <StreamLine
              stream={figures}
              layers={all > 1 ? t('quality.panel.layer', { active, all }) : undefined}
            />
          )}
        </For>
      </ul>
    </section>
  );
}

/** What one of the others sends, as it arrives here. */
export function PersonFigures(props: { room: Room; figures: Figures; id: string; name: string }) {
  const streams = () => props.figures.received.filter(({ peerId }) => peerId === props.id);
  const layers = (source: 'camera' | 'screen' | 'microphone' | 'screenAudio') => {
    const layer = props.room.quality.layerOf(props.id, source);
    return layer === undefined ? undefined : t('quality.panel.layerReceived', { number: layer + 1 });
  };
  const quality = () => props.room.quality.of(props.id);
  return (
    <section class="quality-part" aria-labelledby={`quality-${props.id}`} data-peer={props.id}>
      <h3 class="h-card truncate" id={`quality-${props.id}`}>
        {props.name}
      </h3>
      <Show when={quality()}>
        <p class="quality-part__level">
          <Bars quality={quality()} /> {describeQuality(quality())}
        </p>
      </Show>
      <ul>
        <For each={streams()} fallback={<Nothing />}>
          {(stream) => (
            <StreamLine
              stream={stream}
              layers={stream.kind === 'video' ? layers(stream.source) : undefined}
            />
          )}
        </For>
      </ul>
    </section>
  );
}

const Nothing = () => <li class="caption muted">{t('quality.panel.nothing')}</li>;
