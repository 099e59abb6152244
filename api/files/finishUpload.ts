import { rm } from 'node:fs/promises';
import type { Knex } from 'knex';
import { presentPerson, Profile, User } from '../accounts/index.ts';
import { mentorChanged } from '../catalogue/index.ts';
import { pictureUrl, type ProfilePurpose, type Uploaded, videoUrl } from '../contracts/files.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { filesText } from '../text/files.ts';
import { checkVideo } from './checkVideo.ts';
import { findUpload } from './findUpload.ts';
import { StoredFile, Upload } from './model.ts';
import { createLinks } from './links.ts';
import { createPlaces, type FilePlaces, isMissing, moveUpload, sizeOf } from './places.ts';
import { retireFiles } from './retireFiles.ts';
import { storeDocument } from './storeDocument.ts';
import { storeBoardImage, storePicture } from './storePicture.ts';

/**
 * Makes what was sent the caller's picture or video, in place of the last one. May run several times, also at once
 * and in several processes, and after a crash at any point: the file's id is that of the upload.
 * @throws Refusal `not_found`, `wrong_state` while bytes are missing, `unsupported_media_type`
 */
export async function finishUpload(services: Services, userId: string, id: string): Promise<Uploaded> {
  const { knex, settings } = services;
  const upload = await findUpload(services, userId, id);
  if (upload.state === 'refused') throw await wrongType(knex, upload);
  if (upload.state === 'open') {
    const stored = await store(createPlaces(settings.dataDir), upload);
    if (stored) await adopt(services, upload, stored);
    else await refuse(services, upload);
  }
  const current = await StoredFile.query(knex).findById(id).whereNull('removed_at');
  if (!current) throw new Refusal('not_found');
  const { purpose } = upload;
  return { id, purpose, url: urlOf(services, purpose, id) };
}

function urlOf({ settings, now }: Services, purpose: Upload['purpose'], id: string): string {
  if (purpose === 'picture') return pictureUrl(id);
  if (purpose === 'introVideo') return videoUrl(id);
  return createLinks(settings).makeBrief(id, now()).url;
}

type Stored = { type: string; bytes: number };

async function store(places: FilePlaces, { id, purpose, bytes }: Upload): Promise<Stored | null> {
  const arrived = await sizeOf(places.upload(id));
  if (arrived !== undefined && arrived < bytes) throw new Refusal('wrong_state');
  const isHere = arrived !== undefined;
  if (purpose === 'introVideo') return storeVideo(places, id, { isHere, bytes });
  if (purpose === 'sessionFile') {
    if (!isHere && (await sizeOf(places.document(id))) === undefined) throw new Refusal('not_found');
    return storeDocument(places, id);
  }
  const isPicture = purpose === 'picture';
  if (isHere) return isPicture ? storePicture(places, id) : storeBoardImage(places, id);
  const drawn = await sizeOf(isPicture ? places.picture(id, 128) : places.boardImage(id));
  if (drawn === undefined) throw new Refusal('not_found');
  return { type: 'image/webp', bytes: drawn };
}

async function storeVideo(
  places: FilePlaces,
  id: string,
  { isHere, bytes }: { isHere: boolean; bytes: number },
): Promise<Stored | null> {
  const path = places.video(id);
  const type = await checkVideo(isHere ? places.upload(id) : path).catch((error: unknown) => {
    if (isMissing(error)) throw new Refusal('not_found');
    throw error;
  });
  if (type === null) return null;
  await moveUpload(places, id, path);
  return { type, bytes };
}

async function adopt({ knex, settings, now }: Services, upload: Upload, stored: Stored): Promise<void> {
  const { id, userId, purpose } = upload;
  const at = now();
  await knex.transaction(async (trx) => {
    const user = await User.query(trx).findById(userId).whereNull('deleted_at').forUpdate();
    const row = await Upload.query(trx).findById(id).forUpdate();
    if (!user || !row) throw new Refusal('not_found');
    if (row.state !== 'open') return;
    await StoredFile.query(trx).insert({
      id,
      userId,
      purpose,
      ...stored,
      createdAt: at.toISOString(),
      removedAt: null,
    });
    await row.$query(trx).patch({ state: 'done' });
    // Of others a person may have any number.
    if (purpose === 'picture' || purpose === 'introVideo') await replaceFile(trx, user, purpose, id, at);
  });
  await rm(createPlaces(settings.dataDir).upload(id), { force: true });
}

/** Puts a file, or none, in place of a person's last one, which a job then removes. Their row is locked. */
export async function replaceFile(
  trx: Knex.Transaction,
  user: User,
  purpose: ProfilePurpose,
  id: string | null,
  now: Date,
): Promise<void> {
  await retireFiles(trx, { userId: user.id, purpose }, id, now);
  if (purpose === 'picture') {
    await user.$query(trx).patch({ pictureId: id });
    return mentorChanged(trx, presentPerson(user));
  }
  const profile = { userId: user.id, goals: '', bio: '' };
  await Profile.query(trx).insert(profile).onConflict('user_id').ignore();
  await Profile.query(trx).findById(user.id).patch({ introVideoId: id });
}

async function refuse({ knex, settings }: Services, upload: Upload): Promise<never> {
  await Upload.query(knex).findById(upload.id).where({ state: 'open' }).patch({ state: 'refused' });
  const places = createPlaces(settings.dataDir);
  for (const path of places.all(upload.id)) await rm(path, { force: true });
  throw await wrongType(knex, upload);
}

async function wrongType(knex: Knex, { userId, purpose }: Upload): Promise<Refusal> {
  const { locale } = await User.query(knex).findById(userId).throwIfNotFound();
  return new Refusal('unsupported_media_type', { detail: filesText(locale).wrong[purpose] });
}
