import type { Caller } from '../accounts/index.ts';
import { createLinks, createPlaces, StoredFile, type FindPrivateFile } from '../files/index.ts';
import { found, Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import type { SeatBook } from '../sessions/index.ts';
import { BoardImage } from './model.ts';
import { mustTakePart } from './readBoard.ts';

/** On one board; a book of so many pages is longer than a lesson. */
const mostImages = 500;

type Named = { id: string; fileId: string };

/**
 * Puts an image that the caller has sent on a lesson's board.
 * @throws Refusal `not_found`, `forbidden` to who takes no part in the lesson, `too_large` when there are too many.
 */
export async function addBoardImage(services: Services, seats: SeatBook, me: Caller, { id, fileId }: Named) {
  const { knex } = services;
  await mustTakePart(services, seats, me, id);
  const own = { id: fileId, userId: me.userId, purpose: 'boardImage' as const };
  found(await StoredFile.query(knex).findOne(own).whereNull('removed_at'));
  if ((await BoardImage.query(knex).where({ sessionId: id }).resultSize()) >= mostImages)
    throw new Refusal('too_large');
  await BoardImage.query(knex).insert({ sessionId: id, fileId }).onConflict().ignore();
  return link(services, fileId);
}

/** @throws Refusal `not_found`, `forbidden` to who takes no part in the lesson. */
export async function findBoardImage(services: Services, seats: SeatBook, me: Caller, { id, fileId }: Named) {
  await mustTakePart(services, seats, me, id);
  found(await BoardImage.query(services.knex).findOne({ sessionId: id, fileId }));
  found(await StoredFile.query(services.knex).findById(fileId).whereNull('removed_at'));
  return link(services, fileId);
}

const link = ({ settings, now }: Services, fileId: string) => ({
  fileId,
  url: createLinks(settings).makeBrief(fileId, now()).url,
});

/** Where the bytes of an image on a board lie. */
export function findBoardImageFile({ knex, settings }: Pick<Services, 'knex' | 'settings'>): FindPrivateFile {
  const places = createPlaces(settings.dataDir);
  return async (id) => {
    const file = await StoredFile.query(knex).findOne({ id, purpose: 'boardImage' }).whereNull('removed_at');
    return file && { path: places.boardImage(id), type: file.type, name: 'image.webp' };
  };
}
