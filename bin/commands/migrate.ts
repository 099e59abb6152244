import { migrateToLatest, openDatabase, rollback } from '../../config/database.ts';
import { configure } from '../launcher/environment.ts';
import { OperatorError } from '../terminal/OperatorError.ts';
import { runCommand } from '../terminal/runCommand.ts';

const directions = {
  up: migrateToLatest,
  down: (knex: Parameters<typeof rollback>[0]) => rollback(knex),
  'all-down': (knex: Parameters<typeof rollback>[0]) => rollback(knex, true),
};

// Brings the database to the newest form, or undoes the last batch of migrations, or all.
await runCommand(async () => {
  const direction = process.argv[2] ?? 'up';
  const migrate = (directions as Record<string, (typeof directions)['up'] | undefined>)[direction];
  if (!migrate) throw new OperatorError(`Usage: npm run migrate -- <${Object.keys(directions).join('|')}>`);
  const knex = openDatabase(configure().settings.databaseUrl);
  try {
    await migrate(knex);
  } finally {
    await knex.destroy();
  }
  return 0;
});
