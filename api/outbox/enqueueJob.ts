import type { Knex } from 'knex';
import { jobs, type JobData, type JobName } from '../contracts/jobs.ts';
import { addRow } from './addRow.ts';

/**
 * Writes a background job into the caller's transaction: it is done exactly when the transaction commits,
 * whether or not Redis and the workers run at that moment. The job's id is the id of the outbox row.
 * @throws ZodError when the data is not what the job carries; the transaction should then roll back.
 */
export async function enqueueJob<N extends JobName>(
  trx: Knex.Transaction,
  name: N,
  data: JobData<N>,
): Promise<void> {
  await addRow(trx, { kind: 'job', name, payload: jobs[name].parse(data), channels: [] });
}
