import { randomUUID } from 'node:crypto';
import { FileStore } from '@tus/file-store';
import { ERRORS, Server } from '@tus/server';
import type { Caller } from '../accounts/index.ts';
import { Refusal } from '../Refusal.ts';
import type { Services } from '../Services.ts';
import { beginUpload } from './beginUpload.ts';
import { findUpload } from './findUpload.ts';
import { finishUpload } from './finishUpload.ts';
import { Upload } from './model.ts';
import { createPlaces } from './places.ts';
import { createUploadLocker } from './uploadLock.ts';

export const uploadsPath = '/api/uploads';

type Store = ConstructorParameters<typeof FileStore>[0];

/**
 * The tus protocol over our rows: who may do what is decided here, bytes are written by the library.
 * `callers` says who makes a request; what we refuse is put into `refusals`.
 */
export function createTusServer(
  services: Services,
  callers: WeakMap<Request, Caller>,
  refusals: WeakMap<Request, Refusal>,
): Server {
  const { knex, settings } = services;
  const { uploads } = createPlaces(settings.dataDir);
  const datastore = new FileStore({ directory: uploads, configstore: rowsAsConfigs(services) });
  // How much will come is said at the beginning.
  datastore.extensions = datastore.extensions.filter((name) => name !== 'creation-defer-length');
  const callerOf = (request: Request): Caller => {
    const caller = callers.get(request);
    if (!caller) throw new Refusal('not_signed_in');
    return caller;
  };
  return new Server({
    path: uploadsPath,
    relativeLocation: true,
    allowedOrigins: () => false,
    lockDrainTimeout: 300,
    datastore,
    locker: createUploadLocker(knex),
    namingFunction: () => randomUUID(),
    onUploadCreate: async (request, { id, metadata, size }) => {
      await beginUpload(services, callerOf(request), id, { purpose: metadata?.purpose, bytes: size });
      return {};
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST') return;
      const { state } = await findUpload(services, callerOf(request).userId, id);
      if (state !== 'open') throw new Refusal('wrong_state');
    },
    onUploadFinish: async (request, { id }) => ({
      status_code: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(await finishUpload(services, callerOf(request).userId, id)),
    }),
    onResponseError: (request, error) => {
      if (error instanceof Refusal) refusals.set(request, error);
      // Another call took over: the client asks how far it is, and goes on.
      return error === ERRORS.ABORTED ? { ...ERRORS.ABORTED, status_code: 423 } : undefined;
    },
  });
}

/** What the library would keep in files beside the bytes stands in our rows. */
function rowsAsConfigs({ knex }: Services): NonNullable<Store['configstore']> {
  return {
    get: async (id) => {
      const row = await Upload.query(knex).findById(id);
      if (!row) return undefined;
      const { bytes, purpose, createdAt } = row;
      return {
        ...{ id, size: bytes, offset: 0, metadata: { purpose }, creation_date: createdAt },
        ...{ storage: undefined, sizeIsDeferred: false },
      };
    },
    set: () => Promise.resolve(),
    delete: async (id) => void (await Upload.query(knex).deleteById(id)),
  };
}
