/** SQLite's (as better-sqlite3 names them) and PostgreSQL's (SQLSTATE). */
const codes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);

/**
 * Whether a write met a row that is there already. Objection's UniqueViolationError knows PostgreSQL and the package
 * sqlite3, but not better-sqlite3, whose errors it leaves as they are.
 */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const native: unknown = 'nativeError' in error ? error.nativeError : error;
  return native instanceof Error && 'code' in native && codes.has(String(native.code));
}
