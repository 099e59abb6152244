import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Knex } from 'knex';
import { SMTPServer } from 'smtp-server';
import type { Logger } from '../../config/logger.ts';
import { storeDevMail } from './devMails.ts';

export interface DevMailbox {
  port: number;
  close(): Promise<void>;
}

const largestMailBytes = 10 * 1024 * 1024;

/**
 * The SMTP server of demo mode: takes every mail, for whomever it is, and delivers it nowhere but to /dev/mail.
 * Listens on the loopback address only.
 * @param port 0 for any free one.
 */
export async function startDevMailbox(options: {
  knex: Knex;
  port: number;
  logger: Logger;
}): Promise<DevMailbox> {
  const { knex, port, logger } = options;
  const smtp = new SMTPServer({
    banner: 'PeerLearn demo mailbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largestMailBytes,
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      receive(knex, stream, recipients).then(
        () => done(),
        (error: unknown) => {
          logger.error({ err: error }, 'a mail could not be kept');
          done(Object.assign(new Error('try again later'), { responseCode: 451 }));
        },
      );
    },
  });
  smtp.on('error', (error: Error) => logger.debug({ err: error }, 'demo mailbox'));
  const server = smtp.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => smtp.close(resolve)),
  };
}

async function receive(knex: Knex, stream: Readable & { sizeExceeded?: boolean }, recipients: string[]) {
  const raw = await buffer(stream);
  if (stream.sizeExceeded) throw new Error('mail too large');
  await storeDevMail(knex, raw, recipients);
}
