import type { Events } from './Events.ts';
import type { PeerView, ResponseData, Silence } from '../../media/contracts/signalling.ts';
import type { ReceiveSide } from './ReceiveSide.ts';
import type { RoomEnd, RoomEvents } from './roomTypes.ts';
import type { Signalling } from './Signalling.ts';

type Reactions = {
  onReset: () => void;
  onDropped: () => void;
  onResumed: () => void;
  onPlaceLost: () => void;
  onTrouble: (error: unknown) => void;
  onSilenced: (silence: Silence) => void;
  isSelf: (peerId: string) => boolean;
  onEnd: (end: RoomEnd) => void;
};

/** How things stand in a room, as it was told on coming in or back. */
export function tellJoined(page: Events<RoomEvents>, joined: ResponseData<'join'>, others: PeerView[]): void {
  page.emit('peersReset', others);
  page.emit('qualitiesReset', joined.qualities);
  page.emit('orderReset', joined);
  page.emit('clockChanged', joined.clock);
  page.emit('recordingChanged', joined.recording);
}

/** Carries what the node says to the receiving side, to the page, and to the client that reacts. */
export function listenToNode(
  signalling: Signalling,
  receive: ReceiveSide,
  page: Events<RoomEvents>,
  reactions: Reactions,
): void {
  const node = signalling.events;
  node.on('peerJoined', ({ peer }) => page.emit('peerJoined', peer));
  node.on('peerChanged', ({ peer }) => {
    page.emit(reactions.isSelf(peer.id) ? 'selfChanged' : 'peerChanged', peer);
  });
  node.on('silenced', reactions.onSilenced);
  node.on('reacted', (reacted) => page.emit('reacted', reacted));
  node.on('clock', (clock) => page.emit('clockChanged', clock));
  node.on('recordingChanged', (recording) => page.emit('recordingChanged', recording));
  node.on('lockChanged', (lock) => page.emit('lockChanged', lock));
  node.on('knocked', (knocked) => page.emit('knocked', knocked));
  node.on('knockOver', (over) => page.emit('knockOver', over));
  node.on('peerQuality', (quality) => page.emit('qualityChanged', quality));
  node.on('peerLeft', ({ peerId }) => {
    receive.forgetPeer(peerId);
    page.emit('peerLeft', { peerId });
  });
  node.on('newConsumer', ({ consumer }) => void receive.add([consumer]).catch(reactions.onTrouble));
  node.on('consumerClosed', ({ consumerId }) => receive.remove(consumerId));
  node.on('consumerPaused', ({ consumerId, paused }) => receive.setPaused(consumerId, paused));
  node.on('consumerLayers', ({ consumerId, layers }) => {
    const view = receive.find(consumerId);
    if (view) page.emit('layersChanged', { peerId: view.peerId, source: view.source, layers });
  });
  node.on('activeSpeaker', ({ peerId }) => page.emit('speakerChanged', { peerId }));
  node.on('mediaReset', reactions.onReset);
  node.on('said', ({ message }) => page.emit('said', message));
  node.on('boardChanged', (changed) => page.emit('boardChanged', changed));
  node.on('boardMoment', (moment) => page.emit('boardMoment', moment));
  node.on('boardRules', (rules) => page.emit('boardRules', rules));
  node.on('boardOpened', (opened) => page.emit('boardOpened', opened));
  node.on('typing', (typing) => page.emit('typing', typing));
  node.on('giftReceived', ({ gift }) => page.emit('giftReceived', gift));
  node.on('topicsChanged', ({ change }) => page.emit('topicsChanged', change));
  node.on('disconnected', () => {
    page.emit('dropped', undefined);
    reactions.onDropped();
  });
  node.on('connected', ({ resumed }) => resumed && reactions.onResumed());
  node.on('refused', ({ roomClosed }) =>
    roomClosed ? reactions.onEnd({ reason: 'ended' }) : reactions.onPlaceLost(),
  );
  node.on('closed', ({ reason, by }) => {
    // The node stops, not the lesson: a fresh ticket leads to another node.
    if (reason === 'stopped') reactions.onPlaceLost();
    else reactions.onEnd(reason === 'removed' ? { reason, by } : { reason });
  });
}
