import { z } from 'zod';
import { boardBatch, boardItem, boardMoment, boardRules, boardState } from './board.ts';
import { chatMessage, chatText } from './chat.ts';
import { topicAct, topicChange } from './topics.ts';

const id = z.uuid();
const none = z.object({});

/** Requests about what people make together: chat, board and checklist. */
export const sharedRequests = {
  /**
   * A chat message to everybody or, by `to`, to one person who is here (else `not_found`). Answered once it is kept; with
   * `not_kept` it may be or not. Said again with the same `clientId` it is the same message. `too_many` to who floods.
   */
  say: {
    request: z
      .object({
        clientId: id,
        to: z.uuid().nullable(),
        text: chatText.or(z.literal('')),
        /** What the api gave for a file (`chatAttachment.token`). */
        file: z.string().max(4096).optional(),
      })
      .refine(({ text, file }) => text !== '' || file !== undefined),
    response: z.object({ message: chatMessage }),
  },
  /** This person writes, to everybody or to one: to be repeated every few seconds while they do. */
  typing: { request: z.object({ to: z.uuid().nullable() }), response: none },
  /**
   * What was said and this person may read, in its order: after a position, or before one (given neither: the last).
   * `more` says that in that direction there is more than one answer holds.
   */
  chatHistory: {
    request: z.object({
      since: z.number().int().nonnegative().optional(),
      before: z.number().int().positive().optional(),
    }),
    response: z.object({ messages: z.array(chatMessage), more: z.boolean() }),
  },
  /** What has changed on the board since a position, 0 for all of it; from then on changes are told to this page. */
  boardSince: { request: z.object({ position: z.number().int().nonnegative() }), response: boardState },
  /**
   * Items that were drawn, changed or removed, whole. Answered once they are kept, with their position, or null when all of
   * it was older than what is kept; written again it is the same. Refused with `not_allowed` while the board is read-only to
   * this person, and to who is no mentor and removes a page; `board_full`, `not_kept`, `too_many`.
   */
  boardWrite: {
    request: z.object({ items: boardBatch }),
    response: z.object({ position: z.number().nullable() }),
  },
  /** Where this person is on the board, and what changes under their hand; to the others at the board, never kept. */
  boardMoment: { request: boardMoment, response: none },
  /** Mentor: whether others may draw. */
  setBoardRules: { request: boardRules, response: none },
  /** The board is on this person's stage now, or not any more. */
  showBoard: { request: z.object({ shown: z.boolean() }), response: none },
  /**
   * Mentor: ticks, unticks or adds a topic (`not_allowed` to others; `not_found` for one that is not on the list;
   * `too_many` added). Answered once it is kept; with `not_kept` it may be or not. With the same `clientId` it is done once.
   */
  changeTopics: {
    request: z.object({ clientId: id, did: topicAct }),
    response: z.object({ change: topicChange }),
  },
  /** What was done with the checklist after a position, in its order; `more` says that there is more than one answer holds. */
  topicHistory: {
    request: z.object({ since: z.number().int().nonnegative() }),
    response: z.object({ changes: z.array(topicChange), more: z.boolean() }),
  },
} as const;

/** What a page is told of it. */
export const sharedEvents = {
  /** To those for whom it is, its author's page too. */
  said: z.object({ message: chatMessage }),
  typing: z.object({ userId: z.uuid(), private: z.boolean() }),
  /** To who has the board open: items that took the place of what was there. Those of one position come at once. */
  boardChanged: z.object({ position: z.number().int(), items: z.array(boardItem) }),
  boardMoment: z.object({ userId: z.uuid(), name: z.string(), moment: boardMoment }),
  /** To everybody. */
  boardRules,
  /** Somebody has the board on their stage now. */
  boardOpened: z.object({ userId: z.uuid(), name: z.string(), isMentor: z.boolean() }),
  /** To everybody, its author too. */
  topicsChanged: z.object({ change: topicChange }),
} as const;
