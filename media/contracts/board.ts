import { z } from 'zod';
import { boardElement, index, itemId, linkLength, versioned, type BoardElement } from './boardElement.ts';

export { boardElement, type BoardElement };

/** Bounds of a whiteboard. One request, with its envelope, must stay below what a media node takes in one message. */
export const boardLimits = {
  /** One element or page as JSON, in UTF-16 code units; a drawn line of some 4,000 points. */
  itemLength: 60_000,
  /** All items of one request as JSON. */
  batchLength: 80_000,
  batchItems: 200,
  /** Elements, pages and what is left of removed ones, of one board. */
  items: 30_000,
  /** All of them as JSON. */
  length: 30_000_000,
  linkLength,
  pageName: 80,
  /** What is told of one moment of drawing. */
  momentLength: 20_000,
} as const;

export const boardPage = z.object({
  ...versioned,
  name: z.string().trim().max(boardLimits.pageName),
  index,
});
export type BoardPage = z.infer<typeof boardPage>;

/** What a board consists of. Of two states of one item the newer one stands, by `supersedes`. */
export const boardItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('element'), pageId: itemId, element: boardElement }),
  z.object({ kind: z.literal('page'), page: boardPage }),
]);
export type BoardItem = z.infer<typeof boardItem>;

const shortEnough = (item: BoardItem) => JSON.stringify(item).length <= boardLimits.itemLength;
export const boardBatch = z
  .array(boardItem.refine(shortEnough, 'too large'))
  .min(1)
  .max(boardLimits.batchItems);

type Stamp = Pick<BoardPage, 'version' | 'versionNonce' | 'isDeleted'>;
export const stampOf = (item: BoardItem): BoardPage | BoardElement =>
  item.kind === 'page' ? item.page : item.element;
/** Elements and pages never share a key. */
export const keyOf = (item: BoardItem): string => `${item.kind === 'page' ? 'p' : 'e'}:${stampOf(item).id}`;

/**
 * Whether one state of an item takes the place of another: the higher version does and, of two people's changes of one
 * version, the smaller nonce, as Excalidraw decides it. A removed page stays removed.
 */
export function supersedes(kind: BoardItem['kind'], one: Stamp, other: Stamp | undefined): boolean {
  if (!other) return true;
  if (kind === 'page' && one.isDeleted !== other.isDeleted) return one.isDeleted;
  if (one.version !== other.version) return one.version > other.version;
  return one.versionNonce < other.versionNonce;
}

/** Where on the page somebody is, in the board's own units. */
const point = z.object({ x: z.number(), y: z.number() });
/** What a person sees of a page, in the board's own units. */
const view = point.extend({ width: z.number().positive(), height: z.number().positive() });
export type BoardView = z.infer<typeof view>;

/** How an element changes under somebody's hand, on from the state of it that was told last. */
export const boardStroke = z.object({
  id: itemId,
  version: versioned.version,
  versionNonce: versioned.versionNonce,
  /** The version that this goes on from; without it `changes` is the whole element. */
  base: versioned.version.optional(),
  changes: z.record(z.string().max(40), z.unknown()),
  /** Points that follow after the first `from` ones. */
  points: z
    .object({ from: z.number().int().nonnegative(), added: z.array(z.tuple([z.number(), z.number()])) })
    .optional(),
});
export type BoardStroke = z.infer<typeof boardStroke>;

/** One moment of a person at the board. Never kept: who misses it sees the next one, or what comes of it. */
export const boardMoment = z
  .object({
    pageId: itemId,
    pointer: point.extend({ laser: z.boolean(), pressed: z.boolean() }).nullable(),
    view: view.optional(),
    strokes: z.array(boardStroke).max(50),
  })
  .refine((moment) => JSON.stringify(moment).length <= boardLimits.momentLength, 'too large');
export type BoardMoment = z.infer<typeof boardMoment>;

/** How the board stands apart from what is drawn on it. */
export const boardRules = z.object({ readOnly: z.boolean() });
export type BoardRules = z.infer<typeof boardRules>;

/** What answers to a board's items that are newer than a position. */
export const boardState = z.object({
  /** Another one than before: the board was lost with Redis, and pages bring what they have. */
  epoch: z.string(),
  items: z.array(boardItem),
  /** Up to there this answer is whole. */
  position: z.number().int().nonnegative(),
  more: z.boolean(),
  rules: boardRules,
});
export type BoardState = z.infer<typeof boardState>;
