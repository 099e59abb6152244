import { z } from 'zod';
import { boardItem } from '../../media/contracts/board.ts';
import { id, pageOf } from './common.ts';

/** A state of an element or a page of a lesson's board (ROOM-9), and when it came about, in milliseconds since 1970. */
export const boardChange = z.object({ position: z.number().int(), item: boardItem });
export type BoardChangeView = z.infer<typeof boardChange>;
export const boardChanges = pageOf(boardChange);

/** An image that the caller has sent (`boardImage`, see files) is on the lesson's board from now on. */
export const newBoardImage = z.object({ fileId: id });
export const boardImageParams = z.object({ id, fileId: id });
/** A link to its bytes that is good for some minutes. */
export const boardImage = z.object({ fileId: id, url: z.string() });

export const boardQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
  /** How the board was then, in milliseconds since 1970; as it is now without it. */
  until: z.coerce.number().int().positive().optional(),
});
