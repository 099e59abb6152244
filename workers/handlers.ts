import type { Redis } from 'ioredis';
import { cleanAccounts } from '../api/accounts/index.ts';
import type { JobData, JobName } from '../api/contracts/jobs.ts';
import { cleanFiles, removeStoredFile } from '../api/files/index.ts';
import type { MailContext } from '../api/mail/index.ts';
import {
  sendBookingConfirmed,
  sendEmailCode,
  sendFarewell,
  sendNotification,
  sendPasswordChanged,
} from '../api/mail/index.ts';
import { cleanExports, makeExport } from '../api/privacy/index.ts';
import { cleanPush, sendPush } from '../api/push/index.ts';
import { cleanRecordings, composeRecording, removeRecording } from '../api/recordings/index.ts';
import { endSockets } from '../api/realtime/index.ts';
import { cleanSessionFiles } from '../api/sessionFiles/index.ts';
import { chaptersOf } from '../api/topicMarks/index.ts';
import type { Logger } from '../config/logger.ts';
import type { Settings } from '../config/settings.ts';
import { cleanOutbox } from './cleanOutbox.ts';
import { commandMedia } from './commandMedia.ts';

/** A job that is being done. */
export interface RunningJob {
  /** The same each time the job is tried. */
  id: string;
  /** Aborted when this process must end before the job is done; it is then tried again elsewhere. */
  signal: AbortSignal | undefined;
}

/** A handler may run again for the same job, after a failure or a crash, and must then do no harm. */
export type Handler<N extends JobName> = (data: JobData<N>, job: RunningJob) => Promise<void>;
export type Handlers = { [N in JobName]: Handler<N> };

export interface HandlerContext extends MailContext {
  settings: Settings;
  redis: Redis;
  logger: Logger;
}

/** Who does which job. A job of the contracts without a handler does not compile. */
export function createHandlers(context: HandlerContext): Handlers {
  return {
    'accounts.clean': () => cleanAccounts(context.knex, new Date()),
    'files.clean': async () => {
      await cleanSessionFiles(context, new Date());
      await cleanFiles(context, new Date());
    },
    'files.remove': ({ fileId }) => removeStoredFile(context, fileId),
    'gift.tell': (data) => commandMedia(context.redis, { type: 'tellGift', ...data }),
    'live.end': ({ userId }) => endSockets(context.redis, userId),
    'mail.bookingConfirmed': (data, job) => sendBookingConfirmed(context, data, job),
    'mail.emailCode': (data, job) => sendEmailCode(context, data, job),
    'mail.farewell': (data, job) => sendFarewell(context, data, job),
    'mail.notification': (data, job) => sendNotification(context, data, job),
    'mail.passwordChanged': (data, job) => sendPasswordChanged(context, data, job),
    'outbox.clean': () => cleanOutbox(context.knex),
    'privacy.clean': () => cleanExports(context, new Date()),
    'privacy.export': (data, job) => makeExport({ ...context, now: () => new Date() }, data, job.signal),
    'push.clean': () => cleanPush(context.knex, new Date()),
    'push.notification': (data, job) => sendPush({ ...context, now: () => new Date() }, data, job),
    'recording.compose': ({ recordingId }, job) =>
      composeRecording(context, recordingId, job.signal, chaptersOf),
    'recording.remove': ({ recordingId }) => removeRecording(context, recordingId),
    'recordings.clean': () => cleanRecordings(context, new Date()),
    'room.close': (data) => commandMedia(context.redis, { type: 'closeRoom', ...data }),
  };
}
