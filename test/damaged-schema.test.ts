import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../src/ledger/sqlite.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { LONG, tell, times } from './torture/scale.ts';

const PAGE = 4096;
const FIRST_HEADER = 100;

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  await ledger.done(
    ...['dispute', 'register', '--unit', FIRST, '--grade', 'simple', '--category', '02', '--title', '水'],
    ...['--applicant', '敖玉兰', '--respondent', '郭海山', '--on', '2023-06-01'],
  );
  ledger.direct(db => db.pragma('wal_checkpoint(truncate)'));
}, 60_000);
afterAll(() => ledger.remove());

/** The pages below page 1: the definitions of the tables are on them. */
function schemaPages(bytes: Buffer): number[] {
  const count = bytes.readUInt16BE(FIRST_HEADER + 3);
  const cells = Array.from({ length: count }, (_, i) => bytes.readUInt16BE(FIRST_HEADER + 12 + 2 * i));
  return [...cells.map(cell => bytes.readUInt32BE(cell)), bytes.readUInt32BE(FIRST_HEADER + 8)];
}

function counts(path: string): Map<string, number> {
  const db = connect(path);
  try {
    const names = db
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .pluck();
    const count = (table: string) => db.prepare(`select count(*) from ${table}`).pluck().get() as number;
    return new Map((names.all() as string[]).map(table => [table, count(table)]));
  } finally {
    db.close();
  }
}

/** Damages a copy of the ledger and has it recovered. */
async function recovered(change: (bytes: Buffer) => void) {
  const damaged = join(ledger.folder, 'damaged.db');
  const saved = join(ledger.folder, 'saved.db');
  for (const name of readdirSync(ledger.folder).filter(file => /^(saved|damaged)\.db/.test(file)))
    rmSync(join(ledger.folder, name));
  const bytes = Buffer.from(readFileSync(ledger.path));
  change(bytes);
  writeFileSync(damaged, bytes);
  const checked = await ledger.run(['check', '--ledger', damaged]);
  const { code, stderr, stdout } = await ledger.run(['recover', saved, '--ledger', damaged, '--format', 'json']);
  return { checked, code, stderr, stdout, saved };
}

type Damage = (page: Buffer) => void;
const DAMAGES: readonly Damage[] = [page => page.fill(0), page => page.fill(0xa5, 0, 8), page => page.fill(0x02, 0, 1)];

describe('recover saves every row', () => {
  test(
    'whichever page of the definitions is zeroed, overwritten at its start or of another kind',
    async context => {
      const rows = counts(ledger.path);
      rows.set('journal', (rows.get('journal') ?? 0) + 1);
      const pages = schemaPages(readFileSync(ledger.path));
      expect(pages.length).toBeGreaterThan(10);
      const bad: string[] = [];
      let tried = 0;
      // In the short form one damage of each page.
      for (const [n, page] of pages.entries())
        for (const damage of DAMAGES.slice(
          times(0, n % DAMAGES.length),
          times(DAMAGES.length, (n % DAMAGES.length) + 1),
        )) {
          tried++;
          const { checked, code, stderr, saved } = await recovered(bytes => {
            damage(bytes.subarray((page - 1) * PAGE, page * PAGE));
          });
          if (checked.code !== 6 || !checked.stderr.includes('is damaged')) bad.push(`${page}: ${checked.stderr}`);
          if (code !== 0) bad.push(`${page}: ${code} ${stderr}`);
          else bad.push(...[...counts(saved)].filter(([table, count]) => count !== rows.get(table)).map(String));
        }
      tell(context, tried, { 'with a row lost': bad.length });
      expect(bad).toEqual([]);
    },
    LONG,
  );

  test('when the first hundred bytes are zeroed, of which check says so', async () => {
    const { checked, code } = await recovered(bytes => bytes.fill(0, 0, 100));
    expect([checked.code, checked.stderr]).toEqual([
      6,
      expect.stringMatching(/is damaged: its header\nhint: .*recover/),
    ]);
    expect(code).toBe(0);
  });
});
