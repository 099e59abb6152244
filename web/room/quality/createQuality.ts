import { createSignal, onCleanup, untrack, type Accessor } from 'solid-js';
import { createStore, produce, reconcile } from 'solid-js/store';
import type { MediaSource } from '../../../media/contracts/facts.ts';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import type { PeerQuality } from '../../../media/contracts/quality.ts';
import type { Received } from '../createRoom.ts';
import type { RoomClient } from '../RoomClient.ts';
import { createKept } from '../createKept.ts';
import { qualityChoices, type QualityChoice } from './choice.ts';
import type { Figures } from './compareStats.ts';
import { isMissing, notice, nothingNoticed } from './notice.ts';
import { StatsWatch } from './StatsWatch.ts';

type Options = {
  client: RoomClient;
  people: Accessor<PeerView[]>;
  received: Accessor<Record<string, Received>>;
};
export type Quality = ReturnType<typeof createQuality>;

/** Two minutes of looks. */
const remembered = 60;

/** How everyone is connected, what this page's own media does, and what the person chose to spend (ROOM-5, ROOM-15). */
export function createQuality({ client, people, received }: Options) {
  const [levels, setLevels] = createStore<Record<string, PeerQuality>>({});
  const [history, setHistory] = createSignal<Figures[]>([]);
  const [noticed, setNoticed] = createSignal(nothingNoticed);
  const [choice, setChoice] = createKept('quality', qualityChoices);
  const [layers, setLayers] = createStore<Record<string, number | undefined>>({});
  const { events } = client;

  events.on('qualitiesReset', (all) => {
    setLevels(reconcile(Object.fromEntries(all.map((quality) => [quality.peerId, quality]))));
  });
  events.on('qualityChanged', (quality) => setLevels(quality.peerId, quality));

  events.on('peerLeft', ({ peerId }) => setLevels(produce((all) => void delete all[peerId])));
  events.on('layersChanged', ({ peerId, source, layers: now }) => {
    setLayers(`${peerId}/${source}`, now?.spatialLayer);
  });

  /** Whose camera should be seen now. */
  const expected = () =>
    people()
      .filter(({ id, connected }) => {
        const camera = received()[id]?.camera;
        return connected && camera?.paused === false && client.asksFor(id, 'camera');
      })
      .map(({ id }) => id);
  const watch = new StatsWatch(client, {
    ownerOf: (trackId) => untrack(() => ownerIn(received(), trackId)),
    onLook: (figures, heldBack) => {
      setHistory((all) => [...all, figures].slice(-remembered));
      const connected = client.state === 'connected';
      setNoticed((before) => notice(before, { figures, connected, heldBack, expected: untrack(expected) }));
    },
  });
  onCleanup(() => watch.close());
  void client.setQuality(untrack(choice));

  return {
    /** How someone is connected; undefined while that is unknown. */
    of: (peerId: string | undefined): PeerQuality | undefined =>
      peerId === undefined ? undefined : levels[peerId],
    history,
    /** Which layer of a picture arrives, 0 being the smallest. */
    layerOf: (peerId: string, source: MediaSource) => layers[`${peerId}/${source}`],
    figures: () => history().at(-1),
    /** Less is sent or received than wanted, because no more goes through. */
    optimizing: () => noticed().optimizing,
    /** Someone's picture does not get through although it should; `self` for the own one. */
    isMissing: (peerId: string) => isMissing(noticed(), peerId),
    choice,
    choose: (chosen: QualityChoice) => {
      setChoice(chosen);
      watch.beginAnew();
      void client.setQuality(chosen);
    },
  };
}

function ownerIn(received: Record<string, Received>, trackId: string) {
  for (const [peerId, sources] of Object.entries(received)) {
    for (const source of ['microphone', 'camera', 'screen', 'screenAudio'] as const) {
      if (sources[source]?.track.id === trackId) return { peerId, source };
    }
  }
  return undefined;
}
