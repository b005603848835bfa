import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../src/ledger/sqlite.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { seeded } from './support/seeded.ts';
import { tiaochu } from './support/spawned.ts';
import { LONG, tell, times } from './torture/scale.ts';

const PAGE = 4096;
const HEADER = 100;

let ledger: SmallLedger;
let whole: Buffer;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  await ledger.done(
    ...['dispute', 'register', '--unit', FIRST, '--grade', 'simple', '--category', '02', '--title', '水'],
    ...['--applicant', '敖玉兰', '--respondent', '郭海山', '--on', '2023-06-01'],
  );
  await ledger.done(
    ...['petition', 'lodge', '--unit', FIRST, '--channel', 'visit', '--kind', 'claim', '--category', '04'],
    ...['--demand', '路', '--petitioner', '敖玉兰', '--on', '2023-06-02'],
  );
  ledger.direct(db => db.pragma('wal_checkpoint(truncate)'));
  whole = readFileSync(ledger.path);
}, 60_000);
afterAll(() => ledger.remove());

const COMMANDS: readonly (readonly string[])[] = [
  ['household', 'list'],
  ['dispute', 'show', '2023-1'],
  ['report', 'coverage', '--month', '2023-05'],
  ['check'],
  ['household', 'change', `${FIRST}010001`, '--people', '5'],
  ['log'],
];

/** A damaged file and what lies beside it. */
interface Damage {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly log?: Uint8Array;
}

/** Runs commands on a damaged file; returns what no user should see, and counts how often they are told of damage. */
async function tried({ what, bytes, log }: Damage, told = { damaged: 0 }): Promise<string[]> {
  const bad: string[] = [];
  const refused: string[] = [];
  let isFound = false;
  for (const argv of COMMANDS) {
    for (const ending of ['-wal', '-shm']) rmSync(ledger.path + ending, { force: true });
    writeFileSync(ledger.path, bytes);
    if (log) writeFileSync(`${ledger.path}-wal`, log);
    const { code, stderr } = await ledger.run(argv);
    if (code === 6 && stderr.includes('is damaged')) told.damaged++;
    const isSentence = code === 0 || code === 5 || /^error: .+\nhint: .+\n$/.test(stderr);
    const copies = readdirSync(ledger.folder).filter(name => name.endsWith('.bak') || name.startsWith('.tiaochu-'));
    const said = `${what}: ${argv.join(' ')}: ${code} ${stderr} ${copies}`;
    if (argv[0] === 'check') isFound = code !== 0;
    if (![0, 3, 4, 5, 6].includes(code) || !isSentence || copies.length > 0) bad.push(said);
    else if (code === 3 || code === 4) refused.push(said);
  }
  // A letter of a value may be another one in an order that is whole: a rule refuses it, and check finds it.
  return isFound ? bad : [...bad, ...refused];
}

function flipped(at: number, bit: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes;
}

function changed(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(whole);
  change(bytes);
  return bytes;
}

describe('a damaged ledger is named in one sentence, and not copied,', () => {
  test(
    'whichever bit of its header it is',
    async context => {
      const bad: string[] = [];
      const told = { damaged: 0 };
      // In the short form one bit of each byte.
      for (let n = 0; n < HEADER * 8; n += times(1, 8)) {
        const [at, bit] = [n >> 3, times(n & 7, (n >> 3) % 8)];
        bad.push(...(await tried({ what: `header ${at}`, bytes: flipped(at, bit) }, told)));
      }
      tell(context, times(HEADER * 8, HEADER) * COMMANDS.length, {
        'named as damage': told.damaged,
        wrong: bad.length,
      });
      expect(bad).toEqual([]);
      expect(told.damaged).toBeGreaterThan(200);
    },
    LONG,
  );

  test(
    'whichever byte of its schema or of another page it is',
    async context => {
      const next = seeded(15);
      const bad: string[] = [];
      const told = { damaged: 0 };
      const flips = times(2000, 300);
      for (let n = 0; n < flips; n++) {
        // The schema is on the first pages; empty room has nothing to damage.
        const below = n % 3 === 0 ? 30 * PAGE : whole.length;
        let at = 0;
        while (at < HEADER || whole[at] === 0) at = next(below);
        bad.push(...(await tried({ what: `byte ${at}`, bytes: flipped(at, next(8)) }, told)));
      }
      tell(context, flips * COMMANDS.length, { 'named as damage': told.damaged, wrong: bad.length });
      expect(bad).toEqual([]);
    },
    LONG,
  );

  test(
    'when pages are missing, zeroed, swapped or of another file',
    async context => {
      const next = seeded(16);
      const pages = whole.length / PAGE;
      const bad: string[] = [];
      const told = { damaged: 0 };
      const rounds = times(100, 12);
      for (let n = 0; n < rounds; n++) {
        const [a, b] = [1 + next(pages - 1), 1 + next(pages - 1)];
        const [first, second] = [a, b].map(page => whole.subarray(page * PAGE, (page + 1) * PAGE));
        const damages: Damage[] = [
          { what: `cut at ${a}`, bytes: whole.subarray(0, a * PAGE + next(PAGE)) },
          { what: `page ${a} zeroed`, bytes: changed(bytes => bytes.fill(0, a * PAGE, (a + 1) * PAGE)) },
          { what: `page ${a} of noise`, bytes: changed(bytes => bytes.fill(0xa5, a * PAGE, (a + 1) * PAGE)) },
          {
            what: `pages ${a} and ${b} swapped`,
            bytes: changed(bytes => {
              first?.copy(bytes, b * PAGE);
              second?.copy(bytes, a * PAGE);
            }),
          },
        ];
        for (const damage of damages) bad.push(...(await tried(damage, told)));
      }
      tell(context, rounds * 4 * COMMANDS.length, { 'named as damage': told.damaged, wrong: bad.length });
      bad.push(...(await tried({ what: 'page 1 zeroed', bytes: changed(bytes => bytes.fill(0, 0, PAGE)) })));
      expect(bad).toEqual([]);
      expect(told.damaged).toBeGreaterThan(100);
    },
    LONG,
  );

  test(
    'when the log beside it is cut, altered, missing or of another ledger',
    async context => {
      const log = await logOf(ledger, whole);
      const other = await smallLedger();
      const foreign = await logOf(other, readFileSync(other.path));
      other.remove();
      const next = seeded(17);
      const bad = await tried({ what: 'foreign log', bytes: whole, log: foreign });
      bad.push(...(await tried({ what: 'noise', bytes: whole, log: Buffer.alloc(5 * PAGE, 0xa5) })));
      const rounds = times(200, 20);
      for (let n = 0; n < rounds; n++) {
        const at = next(log.length);
        const altered = Buffer.from(log);
        altered[at] = (altered[at] ?? 0) ^ (1 << next(8));
        bad.push(...(await tried({ what: `log byte ${at}`, bytes: whole, log: altered })));
        bad.push(...(await tried({ what: `log cut at ${at}`, bytes: whole, log: log.subarray(0, at) })));
      }
      tell(context, rounds * 2 * COMMANDS.length, { wrong: bad.length });
      expect(bad).toEqual([]);
    },
    LONG,
  );
});

/** The log of a ledger as it is while a program has it open. */
async function logOf({ path }: SmallLedger, content: Uint8Array): Promise<Buffer> {
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  writeFileSync(path, content);
  const reader = connect(path);
  reader.prepare('select count(*) from unit').get();
  await tiaochu(['household', 'change', `${FIRST}010002`, '--people', '6'], { ledger: path });
  const log = readFileSync(`${path}-wal`);
  reader.close();
  return log;
}

describe('the sentence about damage', () => {
  const damaged = async (bytes: Uint8Array) => {
    for (const ending of ['-wal', '-shm']) rmSync(ledger.path + ending, { force: true });
    writeFileSync(ledger.path, bytes);
    return (await ledger.run(['household', 'list'])).stderr;
  };

  test('says what is damaged', async () => {
    expect(await damaged(flipped(3, 1))).toContain('is damaged: its header\n');
    expect(await damaged(whole.subarray(0, 50 * PAGE))).toContain(`is damaged: its length (${50 * PAGE} of`);
    const root = rootOf('household');
    expect(await damaged(changed(bytes => bytes.fill(0xa5, (root - 1) * PAGE, root * PAGE)))).toContain(
      'is damaged: the table household\n',
    );
    const name = whole.indexOf('CREATE TABLE household');
    expect(name).toBeGreaterThan(0);
    expect(await damaged(changed(bytes => bytes.write('CREATA', name)))).toContain(
      'is damaged: the definitions of its tables\n',
    );
  });

  test('names the latest copy that is whole, and never an empty one', async () => {
    const at = (name: string) => join(ledger.folder, name);
    writeFileSync(at('ledger.db.v20-20231230T000000000Z.bak'), whole);
    writeFileSync(at('ledger.db.v21-20231231T000000000Z.bak'), '');
    writeFileSync(at('ledger.db.v22-20231231T000000001Z.bak'), whole.subarray(0, 5 * PAGE));
    const hint = await damaged(flipped(3, 1));
    expect(hint).toContain('hint: Use the latest backup: tiaochu restore ');
    expect(hint).toContain('ledger.db.v20-20231230T000000000Z.bak; tiaochu recover NEW.db saves');
    for (const name of readdirSync(ledger.folder).filter(file => file.endsWith('.bak'))) rmSync(at(name));
  });
});

function rootOf(table: string): number {
  const path = join(ledger.folder, 'whole.db');
  writeFileSync(path, whole);
  const db = connect(path);
  try {
    return db.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table) as number;
  } finally {
    db.close();
  }
}

describe('recover', () => {
  const saved = () => join(ledger.folder, 'saved.db');
  const recover = async (bytes: Uint8Array) => {
    for (const name of readdirSync(ledger.folder).filter(file => /^(ledger|saved)\.db/.test(file)))
      rmSync(join(ledger.folder, name));
    writeFileSync(ledger.path, bytes);
    const { code, stdout, stderr } = await ledger.run(['recover', saved(), '--format', 'json']);
    expect(createHash('sha256').update(readFileSync(ledger.path)).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect(readdirSync(ledger.folder).filter(name => name.startsWith('.tiaochu-'))).toEqual([]);
    return {
      code,
      stderr,
      lost: code === 6 ? [] : (JSON.parse(stdout) as { table: string; lost: string; saved: number }[]),
    };
  };
  const counts = (path: string) => {
    const db = connect(path);
    try {
      const tables = db
        .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
        .pluck();
      return new Map(
        (tables.all() as string[]).map(table => [
          table,
          db.prepare(`select count(*) from ${table}`).pluck().get() as number,
        ]),
      );
    } finally {
      db.close();
    }
  };
  const rowsOfWhole = () => {
    rootOf('unit');
    return counts(join(ledger.folder, 'whole.db'));
  };

  test('saves all of a ledger whose header or first page is damaged', async () => {
    const rows = rowsOfWhole();
    for (const bytes of [
      whole,
      flipped(3, 1),
      flipped(17, 4),
      flipped(63, 0),
      changed(page => page.fill(0, 0, HEADER)),
      changed(page => page.fill(0, 0, PAGE)),
    ]) {
      expect(await recover(bytes)).toMatchObject({ code: 0, lost: [] });
      expect(await ledger.run(['check', '--ledger', saved()])).toMatchObject({ code: 0 });
      // And the row of the journal that says so.
      expect(counts(saved())).toEqual(new Map(rows).set('journal', (rows.get('journal') ?? 0) + 1));
    }
  }, 120_000);

  test('saves every row but those of the damaged page, and names these by their numbers', async () => {
    const rows = rowsOfWhole();
    const household = rootOf('household');
    const lost = await recover(changed(bytes => bytes.fill(0, (household - 1) * PAGE, household * PAGE)));
    expect(lost).toMatchObject({ code: 5, lost: [{ table: 'household', saved: 0 }] });
    for (const [table, count] of counts(saved()))
      if (!['household', 'journal'].includes(table)) expect([table, count]).toEqual([table, rows.get(table)]);
    const { code, stdout } = await ledger.run(['check', '--ledger', saved()]);
    expect([code, stdout]).toEqual([5, expect.stringContaining('references')]);
  });

  test('what was recovered opens, whatever was damaged', async () => {
    const next = seeded(18);
    const pages = whole.length / PAGE;
    for (let n = 0; n < 25; n++) {
      const page = 1 + next(pages - 1);
      const bytes = changed(all => {
        if (n % 2 === 0) all.fill(0xa5, page * PAGE, (page + 1) * PAGE);
        else for (let i = 0; i < 40; i++) all[HEADER + next(all.length - HEADER)] = next(256);
      });
      const { code, stderr } = await recover(bytes);
      expect([0, 5], stderr).toContain(code);
      expect(await ledger.run(['unit', 'list', '--ledger', saved()])).toMatchObject({ code: 0 });
      const checked = await ledger.run(['check', '--ledger', saved()]);
      expect([0, 5, 6], `${n}: ${checked.stderr}`).toContain(checked.code);
    }
  }, 240_000);

  test('a recovered ledger takes the place of the damaged one', async () => {
    await recover(flipped(3, 1));
    await ledger.done('restore', saved(), '--yes');
    expect(await ledger.run(['check'])).toMatchObject({ code: 0 });
    expect(readdirSync(ledger.folder).some(name => name.startsWith('ledger.db.replaced-'))).toBe(true);
  });

  test('leaves an existing file alone, and a file that never was a ledger', async () => {
    copyFileSync(join(ledger.folder, 'units.csv'), saved());
    expect((await ledger.run(['recover', saved()])).code).toBe(4);
    rmSync(saved());
    const { code, stderr } = await ledger.run(['recover', saved(), '--ledger', join(ledger.folder, 'units.csv')]);
    expect([code, stderr]).toEqual([6, expect.stringContaining('is not a tiaochu ledger')]);
    expect(existsSync(saved())).toBe(false);
  });
});
