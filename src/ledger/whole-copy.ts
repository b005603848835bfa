import type { Db } from './sqlite.ts';

/**
 * Writes a database as it is at one moment into an empty file, page by page anew; the copy is encrypted like the main
 * database of the connection.
 */
export function copyAnew(db: Db, target: string, schema = 'main'): void {
  db.prepare(`vacuum ${schema} into ?`).run(target);
}
