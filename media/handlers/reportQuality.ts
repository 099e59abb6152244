import { keepPace } from '../pace.ts';
import type { Handler } from './index.ts';

export const reportQuality: Handler<'reportQuality'> = async ({ peer }, report) => {
  await keepPace('report', peer.room.code, peer.claims.sub);
  const heldBack = peer.media?.heldBack ?? false;
  peer.room.quality.take(peer.id, report, heldBack);
  return { heldBack };
};
