import type { Handler } from './index.ts';

export const joinRoom: Handler<'join'> = async (connection) => {
  const peer = await connection.join();
  const media = peer.media ?? (await peer.openMedia());
  const others = peer.room.peers.filter((other) => other !== peer);
  return {
    peerId: peer.id,
    resumeToken: peer.resumeToken,
    roomCode: peer.room.code,
    peers: others.map((other) => other.view()),
    media: media.setup(),
  };
};
