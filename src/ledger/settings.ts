import type { Db } from './sqlite.ts';

/** A setting of the whole ledger, such as the county's code. */
export function readSetting(db: Db, key: string): string | undefined {
  return db.prepare('select value from setting where key = ?').pluck().get(key) as string | undefined;
}

export function writeSetting(db: Db, key: string, value: string): void {
  db.prepare('insert into setting (key, value) values (?, ?)').run(key, value);
}

/** Writes a setting, or another value in its place. */
export function replaceSetting(db: Db, key: string, value: string): void {
  db.prepare(
    'insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  ).run(key, value);
}
