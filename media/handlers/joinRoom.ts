import type { Handler } from './index.ts';

export const joinRoom: Handler<'join'> = async (connection, page) => {
  const peer = await connection.join(page);
  const media = peer.media ?? (await peer.openMedia());
  const { room, claims } = peer;
  if (page.mayRecord !== undefined) room.recorder.agree(peer, page.mayRecord);
  const others = room.peers.filter((other) => other !== peer);
  return {
    peerId: peer.id,
    resumeToken: peer.resumeToken,
    roomCode: room.code,
    peers: others.map((other) => other.view()),
    self: peer.view(),
    locked: room.door.locked,
    clock: room.clock.view(),
    recording: room.recorder.view(),
    silenced: room.silences.of(claims.sub),
    knocks: claims.role === 'mentor' ? room.door.knocks : [],
    qualities: room.quality.all,
    media: media.setup(),
  };
};
