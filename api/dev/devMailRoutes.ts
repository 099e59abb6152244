import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'koa';
import Router from 'koa-router';
import type { Knex } from 'knex';
import { found } from '../Refusal.ts';
import { listDevMails, readDevMail } from './devMails.ts';
import { mailListPage, mailPage } from './devMailPages.ts';

const pagePolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/** A mail's own page: its inline styles and pictures inside it, nothing from elsewhere, no script. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** /dev/mail: what the demo mailbox received. Wired outside production only. */
export function devMailRoutes(knex: Knex): Router {
  const router = new Router({ prefix: '/dev/mail' });

  router.get('/', async (context: Context) => {
    answerPage(context, mailListPage(await listDevMails(knex)).markup, pagePolicy);
  });

  router.get('/mail.css', async (context: Context) => {
    context.type = 'text/css';
    context.body = await readFile(join(import.meta.dirname, 'mail.css'));
  });

  router.get('/:id', async (context: Context) => {
    const mail = found(await readDevMail(knex, idOf(context)));
    answerPage(context, mailPage(mail).markup, pagePolicy);
  });

  router.get('/:id/body', async (context: Context) => {
    const mail = found(await readDevMail(knex, idOf(context)));
    // Links open beside the mail: the frame would refuse what they lead to.
    const markup = (mail.email.html ?? '').replace('<head>', '<head><base target="_blank" />');
    answerPage(context, markup, mailPolicy);
    context.set('X-Frame-Options', 'SAMEORIGIN');
  });

  router.get('/:id/attachments/:index', async (context: Context) => {
    const mail = found(await readDevMail(knex, idOf(context)));
    const attachment = found(mail.email.attachments[Number((context.params as Params).index)]);
    context.attachment(attachment.filename ?? 'attachment');
    context.type = 'application/octet-stream';
    context.body = Buffer.from(attachment.content as ArrayBuffer);
  });

  return router;
}

type Params = Record<string, string>;
const idOf = (context: Context) => (context.params as Params).id ?? '';

function answerPage(context: Context, markup: string, policy: string) {
  context.type = 'html';
  context.set('Content-Security-Policy', policy);
  context.set('Cache-Control', 'no-store');
  context.body = markup;
}
