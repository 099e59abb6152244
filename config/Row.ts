import { Model, snakeCaseMappers } from 'objection';

/** Base of every Objection model: camelCase in code, snake_case in the database. */
export class Row extends Model {
  static override columnNameMappers = snakeCaseMappers();
}
