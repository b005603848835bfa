import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { addDays, BEGINNING, covers, type Day, OPEN_END, type Span } from '../src/kernel/day.ts';
import { createLedger, removeLedger } from '../src/ledger/open.ts';
import type { Db } from '../src/ledger/sqlite.ts';
import { coverageByCounty } from '../src/region/figures/coverage.ts';
import { batchOf } from '../src/visits/batch.ts';
import { visitWriter } from '../src/visits/writer.ts';
import { factsInMemory } from './support/facts.ts';
import { emptyFolder } from './support/ledger.ts';

const MODES = ['home', 'phone', 'absent'] as const;
const day = fc.integer({ min: 0, max: 364 }).map(days => addDays('2023-01-01', days));
const span = fc
  .tuple(day, day)
  .map(([a, b]): Span => (a < b ? { from_on: a, to_on: b } : { from_on: b, to_on: addDays(a, 1) }));
const always = fc.constant<Span>({ from_on: BEGINNING, to_on: OPEN_END });

/** A household with who looks after it when (pairs 0 and 1 of its village), and the visits it had. */
const household = fc.record({
  active: fc.oneof(always, span),
  assignedUntil: fc.option(day),
  next: fc.option(fc.integer({ min: 0, max: 1 })),
  responsible: fc.integer({ min: 0, max: 1 }),
  /** After its time there it goes to another village or comes back, at once or after a time away. */
  later: fc.option(
    fc.record({ away: fc.constantFrom(0, 0, 20), village: fc.integer({ min: 0, max: 4 }), assigned: fc.boolean() }),
  ),
  visits: fc.array(fc.record({ on: day, mode: fc.constantFrom(...MODES), pair: fc.integer({ min: 0, max: 20 }) }), {
    maxLength: 5,
  }),
});
const village = fc.record({
  township: fc.integer({ min: 0, max: 2 }),
  /** From this day on it belongs to the next township. */
  moved: fc.option(day),
  households: fc.array(household, { maxLength: 4 }),
});
const banner = fc.array(village, { minLength: 1, maxLength: 5 });
const period = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));

interface Held {
  readonly terms: readonly (Span & { readonly village: number })[];
  readonly assigned: readonly (Span & { readonly pair: number; readonly cadre: number })[];
  readonly visits: readonly { readonly on: Day; readonly mode: (typeof MODES)[number]; readonly pair: number }[];
}
type Village = typeof village extends fc.Arbitrary<infer V> ? V : never;

/** What the ledger is to hold, in numbers of our own: pair p is of village p / 2, cadres 2p and 2p + 1 are its two. */
function heldBy(villages: readonly Village[]): Held[] {
  return villages.flatMap((v, at) =>
    v.households.map(h => {
      const { active } = h;
      const until = [active.from_on, h.assignedUntil ?? active.to_on, active.to_on].sort()[1] ?? active.to_on;
      const first = { from_on: active.from_on, to_on: until, pair: at * 2, cadre: at * 4 + h.responsible };
      const second = {
        from_on: until,
        to_on: active.to_on,
        pair: at * 2 + (h.next ?? 0),
        cadre: (at * 2 + (h.next ?? 0)) * 2,
      };
      const there = (h.later?.village ?? 0) % villages.length;
      const from_on = addDays(active.to_on, h.later?.away ?? 0);
      const third = { from_on, to_on: OPEN_END, pair: there * 2, cadre: there * 4 };
      const goesOn = h.later !== null && active.to_on !== OPEN_END;
      const terms = [{ ...active, village: at }, ...(goesOn ? [{ from_on, to_on: OPEN_END, village: there }] : [])];
      const assigned = [
        first,
        ...(h.next === null ? [] : [second]),
        ...(goesOn && h.later?.assigned ? [third] : []),
      ].filter(a => a.from_on < a.to_on);
      const seen = new Set<string>();
      const visits = h.visits
        .map(visit => ({ ...visit, pair: visit.pair % (villages.length * 2) }))
        .filter(visit => terms.some(term => covers(term, visit.on)))
        .filter(({ on, mode, pair }) => !seen.has(`${on}${mode}${pair}`) && seen.add(`${on}${mode}${pair}`));
      return { terms, assigned, visits };
    }),
  );
}

function store(db: Db, villages: readonly Village[], households: readonly Held[]): void {
  const unit = db.prepare('insert into unit (id) values (?)');
  const term = db.prepare(
    'insert into unit_term (unit_id, code, name, level, parent_id, from_on, to_on) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const add = (id: number, code: string, level: string, parent: number | null) => {
    unit.run(id);
    return (from: Day, to: Day, up = parent) => term.run(id, code, code, level, up, from, to);
  };
  add(1, '150722', 'banner', null)(BEGINNING, OPEN_END);
  for (const t of [0, 1, 2, 3]) add(2 + t, `15072210${t}`, 'township', 1)(BEGINNING, OPEN_END);
  for (const [at, v] of villages.entries()) {
    const place = add(10 + at, villageCode(at), 'village', 2 + v.township);
    place(BEGINNING, v.moved ?? OPEN_END);
    if (v.moved !== null) place(v.moved, OPEN_END, 3 + v.township);
    for (const c of [0, 1, 2, 3]) {
      db.prepare(
        "insert into cadre (id, code, name, organ, duty, phone, diary_no) values (?, ?, '某某', '', '', '', '')",
      ).run(at * 4 + c + 1, cadreCode(at * 4 + c));
      db.prepare('insert into team_member (cadre_id, unit_id, from_on, to_on) values (?, ?, ?, ?)').run(
        at * 4 + c + 1,
        10 + at,
        BEGINNING,
        OPEN_END,
      );
    }
    for (const p of [at * 2, at * 2 + 1])
      db.prepare(
        'insert into pair (id, code, unit_id, cadre_a, cadre_b, from_on, to_on) values (?, ?, ?, ?, ?, ?, ?)',
      ).run(p + 1, pairCode(p), 10 + at, p * 2 + 1, p * 2 + 2, BEGINNING, OPEN_END);
  }
  const visits = visitWriter(db, null, () => expect.fail('no two visits of a household share their key'));
  for (const [at, h] of households.entries()) {
    db.prepare("insert into household (id, code, head_name, phone, address) values (?, ?, '某某', '', '')").run(
      at + 1,
      `${villageCode(h.terms[0]?.village ?? 0)}${String(at).padStart(6, '0')}`,
    );
    for (const term of h.terms)
      db.prepare('insert into household_term (household_id, from_on, to_on, unit_id) values (?, ?, ?, ?)').run(
        at + 1,
        term.from_on,
        term.to_on,
        10 + term.village,
      );
    for (const a of h.assigned)
      db.prepare(
        'insert into assignment (household_id, pair_id, responsible_id, from_on, to_on) values (?, ?, ?, ?, ?)',
      ).run(at + 1, a.pair + 1, a.cadre + 1, a.from_on, a.to_on);
    for (const v of h.visits) {
      const own = h.assigned.some(a => a.pair === v.pair && covers(a, v.on));
      const visit = {
        household_id: at + 1,
        visited_on: v.on,
        mode: v.mode,
        pair_id: v.pair + 1,
        substitute: own ? (0 as const) : (1 as const),
        domains: 1,
        diary: '',
        diary_by: v.pair * 2 + 1,
      };
      visits.add(batchOf(visit));
    }
  }
  visits.finish();
}

const villageCode = (v: number) => `15072210020${v}`;
const pairCode = (p: number) => `${villageCode(Math.floor(p / 2))}-P${p % 2}`;
const cadreCode = (c: number) => `${villageCode(Math.floor(c / 4))}-C${c % 4}`;

const NOTHING = { households: 0, assigned: 0, visited: 0, visits: 0, phone: 0, absent: 0, missed: 0 };
type Figures = typeof NOTHING;
type Row = Figures & Record<string, unknown>;

/** The definitions of the report, word by word, one household after the other. */
function counted(households: readonly Held[], { from, to }: { from: Day; to: Day }): Figures {
  const figures = { ...NOTHING };
  for (const h of households) {
    const within = h.visits.filter(v => from <= v.on && v.on <= to);
    const active = villageOf(h, { from, to }) !== undefined;
    const visited = within.some(v => v.mode === 'home');
    figures.households += Number(active);
    figures.assigned += Number(h.assigned.some(a => covers(a, to)));
    figures.visited += Number(visited);
    figures.missed += Number(active && !visited);
    figures.visits += within.filter(v => v.mode === 'home').length;
    figures.phone += within.filter(v => v.mode === 'phone').length;
    figures.absent += within.filter(v => v.mode === 'absent').length;
  }
  return figures;
}

/** Where a period counts a household: in its last village in it, day by day. */
function villageOf({ terms }: Held, { from, to }: { from: Day; to: Day }): number | undefined {
  for (let on = to; on >= from; on = addDays(on, -1)) {
    const term = terms.find(one => covers(one, on));
    if (term) return term.village;
  }
  return undefined;
}

const figuresOf = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.keys(NOTHING).map(key => [key, row[key]])) as unknown as Figures;
const summed = (rows: readonly Row[]) =>
  rows
    .map(figuresOf)
    .reduce(
      (sum, row) =>
        Object.fromEntries(Object.entries(sum).map(([key, n]) => [key, n + row[key as keyof Figures]])) as Figures,
      NOTHING,
    );

const folder = emptyFolder();
afterAll(() => folder.remove());

async function report(by: string, { from, to }: { from: Day; to: Day }, ...more: string[]): Promise<Row[]> {
  return folder.json<Row>('report', 'coverage', '--by', by, '--from', from, '--to', to, ...more);
}

interface Made {
  readonly villages: readonly Village[];
  readonly households: readonly Held[];
  readonly when: { readonly from: Day; readonly to: Day };
  readonly expected: Figures;
}

/** Makes one random ledger after the other and holds the reports of a random period against it. */
async function forAnyLedger(compare: (made: Made) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(banner, period, async (villages, when) => {
      if (existsSync(folder.path)) removeLedger(folder.path);
      const households = heldBy(villages);
      const db = createLedger(folder.path);
      db.transaction(() => store(db, villages, households))();
      db.close();
      await compare({ villages, households, when, expected: counted(households, when) });
    }),
    { numRuns: 40 },
  );
}

/** The township of a village on the period's last day. */
function townshipOf({ villages, when }: Made, code: string): string {
  const { township = 0, moved = null } = villages[Number(code.at(-1))] ?? {};
  return `15072210${moved !== null && moved <= when.to ? township + 1 : township}`;
}

/** The figures of those households that a test picks. */
function countedOf({ households, when }: Made, picked: (household: Held) => boolean): Figures {
  return counted(households.filter(picked), when);
}

/** The code of the village in which the period counts a household; none where it does not. */
function codeOf({ when }: Made, household: Held): string {
  return villageCode(villageOf(household, when) ?? 9);
}

test('the banner’s row is what counting household by household gives', () =>
  forAnyLedger(async ({ when, expected }) => {
    const [whole] = await report('banner', when);
    expect(figuresOf(whole ?? {})).toEqual(expected);
    expect(whole?.coverage).toBe(expected.households === 0 ? null : expected.visited / expected.households);
    const missed = await folder.json('report', 'missed', '--from', when.from, '--to', when.to);
    expect(missed.length).toBe(expected.missed);
  }));

test('villages make up their township, townships the banner, stand-ins counting where the household is', () =>
  forAnyLedger(async made => {
    const { villages, when, expected } = made;
    const townships = await report('township', when);
    const rows = await report('village', when);
    expect(summed(townships)).toEqual(expected);
    expect(rows.map(row => row.unit_code).sort()).toEqual(villages.map((_, v) => villageCode(v)));
    for (const row of rows) expect(figuresOf(row)).toEqual(countedOf(made, h => codeOf(made, h) === row.unit_code));
    for (const row of townships) {
      const code = String(row.unit_code);
      const below = rows.filter(r => townshipOf(made, String(r.unit_code)) === code);
      expect(figuresOf(row)).toEqual(countedOf(made, h => townshipOf(made, codeOf(made, h)) === code));
      expect(summed(below)).toEqual(figuresOf(row));
      expect(await report('village', when, '--unit', code)).toEqual(below);
    }
  }));

test.each(['pair', 'cadre'] as const)('by %s, with the unassigned, the households make up the banner’s', by =>
  forAnyLedger(async made => {
    const { households, when, expected } = made;
    const grid = await report(by, when);
    const sum = summed(grid);
    expect(grid.at(-1)?.[`${by}_code`]).toBe('unassigned');
    for (const key of ['households', 'assigned', 'visited', 'missed'] as const) expect(sum[key]).toBe(expected[key]);
    if (by === 'pair') expect(sum).toEqual(expected);
    for (const row of grid.slice(0, -1)) {
      const code = String(row[`${by}_code`]);
      const holds = (a: Held['assigned'][number]) => (by === 'pair' ? pairCode(a.pair) : cadreCode(a.cadre)) === code;
      const went = (pair: number) =>
        by === 'pair' ? pairCode(pair) === code : [pair * 2, pair * 2 + 1].map(cadreCode).includes(code);
      const own = countedOf(made, h => h.assigned.some(a => covers(a, when.to) && holds(a)));
      const theirs = households.map(h => ({ ...h, visits: h.visits.filter(v => went(v.pair)) }));
      const { visits, phone, absent } = counted(theirs, when);
      expect(figuresOf(row)).toEqual({ ...own, visits, phone, absent });
    }
  }),
);

test('a region counts the same from the county’s facts, for any period', () =>
  forAnyLedger(async ({ households, when }) => {
    const facts = factsInMemory();
    folder.direct(db => facts.add(db, '2023-12-31'));
    const periods = [when, { from: BEGINNING, to: when.to }, { from: when.from, to: '2024-12-31' }, dayOf(when.to)];
    for (const period of periods) {
      const { missed: _, ...expected } = counted(households, period);
      const found = (await coverageByCounty(facts, period)).get('150722');
      expect({ ...NOTHING, ...found, missed: 0 }).toEqual({ ...expected, missed: 0 });
    }
  }));

const dayOf = (day: Day) => ({ from: day, to: day });
