import type { Sqlite } from './sqlite.ts';

/** A setting of the whole ledger, such as the county's code. */
export function readSetting(handle: Sqlite, key: string): string | undefined {
  return handle.prepare('select value from setting where key = ?').pluck().get(key) as string | undefined;
}

export function writeSetting(handle: Sqlite, key: string, value: string): void {
  handle.prepare('insert into setting (key, value) values (?, ?)').run(key, value);
}

/** Writes a setting, or another value in its place. */
export function replaceSetting(handle: Sqlite, key: string, value: string): void {
  handle
    .prepare('insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value')
    .run(key, value);
}
