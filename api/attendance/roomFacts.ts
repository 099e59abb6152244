import { factsGroup, factsStream, roomFact, type RoomFact } from '../../media/contracts/facts.ts';
import type { StreamOf } from '../streams/index.ts';

/** The media nodes' facts, as workers read them. */
export const roomFacts: StreamOf<RoomFact> = {
  key: factsStream,
  group: factsGroup,
  field: 'fact',
  schema: roomFact,
};
