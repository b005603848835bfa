import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { connect } from '../../src/ledger/sqlite.ts';
import { run } from './run.ts';

/** A row as a report prints it in JSON. */
export type Record_ = Record<string, unknown>;

/** The period of the article. */
export const CAMPAIGN = ['--from', '2023-05-01', '--to', '2023-12-31'] as const;

const POLL_MS = 200;

/** The sum of a column. */
export function sumOf(rows: readonly Record_[], key: string): number {
  return rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0);
}

/** Rows by the value of a column. */
export function rowsBy(rows: readonly Record_[], key: string): ReadonlyMap<string, readonly Record_[]> {
  const found = new Map<string, Record_[]>();
  for (const row of rows) found.set(String(row[key]), [...(found.get(String(row[key])) ?? []), row]);
  return found;
}

/**
 * The whole demo banner, with the ways to ask it. It is made once in a run and copied for each file of tests, so that a file
 * may change its own; `files` has what the demo imported, for reading only.
 */
export function demoBanner() {
  const files = inject('sharedBanner');
  const folder = mkdtempSync(join(tmpdir(), 'banner '));
  const ledger = join(folder, 'ledger.db');
  beforeAll(async () => {
    await madeOnce(files);
    copyFileSync(join(files, 'ledger.db'), ledger, constants.COPYFILE_FICLONE);
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const tiaochu = (...argv: readonly string[]) => run([...argv, '--ledger', ledger]);
  async function json<T = Record_[]>(...argv: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await tiaochu(...argv, '--format', 'json', '--quiet');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return JSON.parse(stdout) as T;
  }
  /** Runs a line that must be done, without looking at what it says. */
  async function done(...argv: readonly string[]): Promise<void> {
    const { code, stderr } = await tiaochu(...argv, '--quiet');
    expect([code, stderr]).toEqual([0, '']);
  }
  const count = (sql: string) => {
    const db = connect(ledger);
    try {
      return db.prepare(sql).pluck().get() as number;
    } finally {
      db.close();
    }
  };
  return { files, folder, ledger, tiaochu, json, done, count };
}

/** The first to come makes the banner, the others wait for it; where that fails, all say so. */
async function madeOnce(folder: string): Promise<void> {
  const [ready, failed] = [join(folder, 'ready'), join(folder, 'failed')];
  if (comesFirst(join(folder, 'making'))) {
    const { code, stderr } = await run(['demo', '--ledger', join(folder, 'ledger.db'), '--quiet']);
    writeFileSync(code === 0 ? ready : failed, stderr);
  }
  while (!existsSync(ready) && !existsSync(failed)) await wait(POLL_MS);
  expect(existsSync(failed)).toBe(false);
}

function comesFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
