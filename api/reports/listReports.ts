import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Report as ReportView, reportPage } from '../contracts/reports.ts';
import { type Page, readPage } from '../http/cursor.ts';
import { Report } from './model.ts';

/** What was reported, newest first; for admins. */
export async function listReports(knex: Knex, page: Page): Promise<z.infer<typeof reportPage>> {
  return readPage(
    Report.query(knex).withGraphFetched('[session, reporter, reported]'),
    page,
    { columns: ['reports.created_at', 'reports.id'], order: 'desc' },
    ({ createdAt, id }) => [createdAt, id],
    presentReport,
  );
}

function presentReport({ id, session, reporter, reported, reason, text, createdAt }: Report): ReportView {
  const person = (user: { id: string; name: string }) => ({ id: user.id, name: user.name });
  return {
    ...{ id, reason, text, createdAt },
    session: { id: session.id, title: session.title },
    reporter: person(reporter),
    reported: person(reported),
  };
}
