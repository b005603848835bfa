import { holdUp } from '../kernel/hold-up.ts';
import { BUSY_MS, type Db } from './sqlite.ts';

/** How long to sleep before the next look, by how long one has waited: whoever has waited longest looks most often. */
const SLEEPS: readonly (readonly [waited: number, sleep: number])[] = [
  [60, 20],
  [100, 5],
  [BUSY_MS, 0.5],
];

/**
 * Begins to write when no other process does. SQLite's own waiting sleeps ever longer, up to 100 ms, so that whoever comes later
 * is served first: of eight writers, some waited for seconds. Throws SQLite's error where it takes more than `BUSY_MS`.
 */
export function beginWriting(db: Db): void {
  const began = performance.now();
  db.pragma('busy_timeout = 0');
  try {
    for (;;) {
      const waited = performance.now() - began;
      const [, sleep = 0] = SLEEPS.find(([until]) => waited < until) ?? [];
      if (hasBegun(db, waited >= BUSY_MS)) return;
      holdUp(sleep);
    }
  } finally {
    db.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}

function hasBegun(db: Db, isLast: boolean): boolean {
  try {
    db.exec('begin immediate');
    return true;
  } catch (error) {
    if (isLast || (error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    return false;
  }
}
