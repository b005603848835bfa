import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { connect } from '../../src/ledger/sqlite.ts';
import { run } from './run.ts';

/** A row as a report prints it in JSON. */
export type Record_ = Record<string, unknown>;

/** The whole demo banner, made before all tests of a file and removed after them, with the ways to ask it. */
export function demoBanner() {
  const folder = mkdtempSync(join(tmpdir(), 'banner '));
  const ledger = join(folder, 'ledger.db');
  beforeAll(async () => {
    expect((await run(['demo', '--ledger', ledger, '--quiet'])).code).toBe(0);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const tiaochu = (...argv: readonly string[]) => run([...argv, '--ledger', ledger]);
  async function json<T = Record_[]>(...argv: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await tiaochu(...argv, '--format', 'json', '--quiet');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return JSON.parse(stdout) as T;
  }
  const count = (sql: string) => {
    const handle = connect(ledger);
    try {
      return handle.prepare(sql).pluck().get() as number;
    } finally {
      handle.close();
    }
  };
  return { folder, tiaochu, json, count };
}
