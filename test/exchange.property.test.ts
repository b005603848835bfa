import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextSteps } from '../src/cases/life.ts';
import { DISPUTES } from '../src/disputes/area.ts';
import type { Move as DisputeMove } from '../src/disputes/transitions.ts';
import { addDays, type Day } from '../src/kernel/day.ts';
import { PETITIONS } from '../src/petitions/area.ts';
import type { Move as PetitionMove } from '../src/petitions/transitions.ts';
import { loadTree } from '../src/units/store.ts';
import { WORDS as DISPUTE_WORDS } from './support/dispute-acts.ts';
import { FIRST, SECOND, THIRD } from './support/ledger.ts';
import { ledgerIn, type Name, type OfficeLedger, PLACES, threeOffices } from './support/offices.ts';
import { WORDS as PETITION_WORDS } from './support/petition-acts.ts';
import { lives } from './torture/scale.ts';

/** Three offices as they are once each has its first bundle, and one ledger that sees everything. */
let template: string;
beforeAll(async () => {
  const offices = await threeOffices({
    before: [
      ['department', 'add', '--code', 'ZRZY', '--name', '旗自然资源局', '--tier', 'banner', '--on', '2023-01-01'],
      ['agent', 'add', '--code', 'A1', '--name', '何春花', '--unit-code', PLACES.township, '--on', '2023-01-01'],
      ['agent', 'add', '--code', 'A2', '--name', '沃建国', '--unit-code', PLACES.village, '--on', '2023-01-01'],
    ],
  });
  template = offices.folder;
}, 120_000);
afterAll(() => rmSync(template, { recursive: true, force: true }));

const NAMES = Object.keys(PLACES) as Name[];
const NEIGHBOURS: readonly (readonly [Name, Name])[] = [
  ['village', 'township'],
  ['township', 'village'],
  ['township', 'banner'],
  ['banner', 'township'],
  ['banner', 'village'],
  ['village', 'banner'],
];

const nat = fc.nat(1000);
const act = fc.record({
  kind: fc.constant('act' as const),
  by: nat,
  which: nat,
  move: nat,
  words: nat,
  isOdd: fc.boolean(),
});
const enter = fc.record({ kind: fc.constant('enter' as const), what: nat, by: nat, words: nat });
const send = fc.record({ kind: fc.constant('send' as const), way: nat, since: fc.boolean() });
/** A bundle of those that were ever sent comes, so that some come twice, some late and some never. */
const come = fc.record({ kind: fc.constant('come' as const), which: nat });
const step = fc.oneof(
  { weight: 7, arbitrary: act },
  { weight: 4, arbitrary: enter },
  { weight: 3, arbitrary: send },
  { weight: 3, arbitrary: come },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const among = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const VILLAGES = [FIRST, SECOND, THIRD];

/** Stands for a visit by its place among all: each ledger counts them by numbers of its own. */
const VISIT = 'visit:';

/** What is entered where: by each office for its own units, and now and then by an office that is not to. */
const ENTRIES: readonly ((unit: string, words: number, on: Day) => readonly string[])[] = [
  (unit, words, on) => [
    ...[
      'dispute',
      'register',
      '--unit',
      unit,
      '--grade',
      among(['simple', 'complex', 'major'], words),
      '--category',
      '02',
    ],
    ...['--title', '院墙滴水', '--applicant', '敖玉兰', '--respondent', '郭海山', '--on', on],
  ],
  (unit, words, on) => [
    ...[
      'petition',
      'lodge',
      '--unit',
      unit,
      '--petitioner',
      `name=敖玉兰,phone=1390000${1000 + words}`,
      '--channel',
      'visit',
    ],
    ...['--kind', 'claim', '--category', '04', '--demand', '要求处理', '--on', on],
  ],
  (unit, words, on) => {
    const village = unit.length === 12 ? unit : FIRST;
    const pair = [`${village}-C01`, `${village}-C02`];
    return [
      ...['visit', 'add', '--visited-on', on, '--household-code', `${village}01000${1 + (words % 6)}`],
      ...[
        '--cadre-a',
        pair[0] ?? '',
        '--cadre-b',
        pair[1] ?? '',
        '--domains',
        'mediation',
        '--substitute',
        words % 6 < 3 ? 'no' : 'yes',
      ],
    ];
  },
  (unit, words) => {
    const village = unit.length === 12 ? unit : SECOND;
    return [
      'household',
      'change',
      `${village}01000${1 + (words % 6)}`,
      '--people',
      String(1 + (words % 9)),
      '--reason',
      '核对',
    ];
  },
  (_, words) => ['visit', 'withdraw', `${VISIT}${words % 8}`, '--reason', '登记有误'],
  (_, words) => ['department', 'change', 'ZRZY', '--name', `旗自然资源局${words}`, '--reason', '更名'],
  (_, words, on) => ['holiday', 'add', addDays(on, 1 + (words % 20)), '--name', '放假'],
];
/** Every office may try it; which of them may is the rule that is tested. */
const UNITS: Readonly<Record<Name, readonly string[]>> = {
  banner: [PLACES.banner, '150722101', THIRD],
  township: [PLACES.township, SECOND],
  village: [FIRST],
};

/** Moves that end a life early. */
const ENDINGS = ['decline', 'withdraw', 'terminate', 'merge', 'void', 'close', 'recall'];

/** What was lived through in all runs together. */
const seen = { done: 0, passed: 0, refused: 0, cases: 0 };

class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'tiaochu-'));
  readonly ledgers: Readonly<Record<Name, OfficeLedger>>;
  readonly one: OfficeLedger;
  readonly bundles: { file: string; to: Name }[] = [];
  readonly cases: string[] = [];
  on: Day = '2023-06-01';

  constructor() {
    for (const name of readdirSync(template))
      if (/\.db(\.key)?$/.test(name)) copyFileSync(join(template, name), join(this.folder, name));
    const at = (name: string) => ledgerIn(this.folder, join(this.folder, `${name}.db`));
    this.ledgers = { banner: at('ledger'), township: at('township'), village: at('village') };
    this.one = at('one');
  }

  /** Runs a command in one of the ledgers, and where it was carried out in the one that sees everything. */
  async carryOut(by: Name, said: readonly string[]): Promise<boolean> {
    const words = this.numbered(said, this.ledgers[by]);
    const { code, stdout, stderr } = await this.ledgers[by].run([...words, '--format', 'json', '--yes']);
    if (![0, 2, 3, 4].includes(code)) throw new Error(`${by}: ${words.join(' ')}: exit ${code}\n${stderr}`);
    if (code !== 0) {
      if (/written in the ledger of/.test(stderr)) seen.refused++;
      return false;
    }
    const same = await this.one.run([...this.numbered(said, this.one), '--format', 'json', '--yes']);
    if (same.code !== 0) throw new Error(`only ${by} did ${words.join(' ')}: ${same.stderr}`);
    const made = JSON.parse(stdout) as { dispute?: string; petition?: string };
    expect(JSON.parse(same.stdout)).toMatchObject(
      made.dispute ? { dispute: made.dispute } : made.petition ? { petition: made.petition } : {},
    );
    for (const number of [made.dispute, made.petition])
      if (number && !this.cases.includes(number)) this.cases.push(number);
    seen.done++;
    if (words[1] === 'accept' || words[1] === 'escalate') seen.passed++;
    return true;
  }

  /** The words with the number that a ledger has for the visit that is meant; with none that it has, where it does not know it. */
  numbered(words: readonly string[], ledger: OfficeLedger): string[] {
    const visits = `select h.code || v.visited_on || v.mode || p.code as key, v.id from visit v
      join household h on h.id = v.household_id join pair p on p.id = v.pair_id order by 1`;
    const all = (of: OfficeLedger) => of.direct(db => db.prepare(visits).all() as { key: string; id: number }[]);
    return words.map(word => {
      if (!word.startsWith(VISIT)) return word;
      const meant = all(this.one)[Number(word.slice(VISIT.length))];
      return String(all(ledger).find(({ key }) => key === meant?.key)?.id ?? 99_999);
    });
  }

  async live(step: Step): Promise<void> {
    if (step.kind === 'enter') {
      const by = among(NAMES, step.by);
      const unit = among([...UNITS[by], ...UNITS[by], ...Object.values(UNITS).flat()], step.what + step.words);
      await this.carryOut(by, among([...ENTRIES.slice(0, 2), ...ENTRIES], step.what)(unit, step.words, this.on));
    }
    if (step.kind === 'act' && this.cases.length > 0)
      for (let turn = 0; turn < 3; turn++)
        await this.act({ ...step, move: step.move + turn * 7, words: step.words + turn });
    if (step.kind === 'send') await this.send(...among(NEIGHBOURS, step.way), step.since);
    if (step.kind === 'come' && this.bundles.length > 0) await this.come(among(this.bundles, step.which));
    this.on = addDays(this.on, 1);
  }

  async act({ by, which, move, words, isOdd }: Step & { kind: 'act' }): Promise<void> {
    const number = among(this.cases, which);
    const { on } = this;
    const noun = /-P\d+$/.test(number) ? 'petition' : 'dispute';
    const verb = this.chosen(noun, number, move);
    const more =
      verb === 'step-back'
        ? ['--reason', '登记有误']
        : noun === 'dispute'
          ? DISPUTE_WORDS[verb as DisputeMove]({
              ...{
                on,
                to: among([...VILLAGES, ...Object.values(PLACES)], words),
                grade: among(['simple', 'complex', 'major'], words),
              },
              ...{ form: among(['oral', 'written'], words), outcome: among(['agreed', 'failed', 'unfinished'], words) },
              ...{ extent: among(['full', 'part'], words), refused: isOdd, into: among(this.cases, words) },
            })
          : PETITION_WORDS[verb as PetitionMove]({
              ...{
                on,
                to: among([...VILLAGES, ...Object.values(PLACES)], words),
                agent: among(['A1', 'A2'], words),
                department: 'ZRZY',
              },
              ...{
                satisfaction: 'satisfied',
                kind: 'acceptance',
                how: 'mail',
                claimClass: 'residual',
                isDecision: isOdd,
              },
              isOdd: isOdd && verb !== 'notice' && verb !== 'refer-to-mediation',
            });
    const dated = verb === 'step-back' ? [] : ['--on', on];
    for (const name of new Set([among(NAMES, by), ...NAMES]))
      if (await this.carryOut(name, [noun, verb, number, ...more, ...dated])) break;
  }

  /** Mostly a move that can be made, by what the ledger knows that sees everything. */
  chosen(noun: 'dispute' | 'petition', number: string, at: number): string {
    if (at % 12 === 0) return 'step-back';
    const area = noun === 'dispute' ? DISPUTES : PETITIONS;
    const possible = this.one.direct(db => {
      const steps = nextSteps(area.life as never, area.load(db, number) as never, loadTree(db, this.on));
      return steps.map(({ move }) => move as string).filter(move => at % 5 === 0 || !ENDINGS.includes(move));
    });
    return among(possible.length > 0 ? possible : ['accept'], at);
  }

  async send(from: Name, to: Name, since: boolean): Promise<void> {
    const file = join(this.folder, `${this.bundles.length}.bundle`);
    const before = since ? await this.seen(from, to) : undefined;
    const words = ['bundle', 'export', '--to', PLACES[to], '--output', file, ...(before ? ['--since', before] : [])];
    await this.ledgers[from].done(...words);
    this.bundles.push({ file, to });
  }

  /** What the other office has said that it has. */
  async seen(from: Name, to: Name): Promise<string | undefined> {
    const rows = JSON.parse(await this.ledgers[from].done('bundle', 'status', '--format', 'json')) as {
      unit_code: string;
      seen: number | null;
    }[];
    const seen = rows.find(({ unit_code }) => unit_code === PLACES[to])?.seen;
    return seen ? String(seen) : undefined;
  }

  async come({ file, to }: { file: string; to: Name }): Promise<void> {
    if (existsSync(file)) await this.ledgers[to].done('bundle', 'import', file);
  }

  /** At last everybody hears of everything. */
  async settle(): Promise<void> {
    for (let round = 0; round < 2; round++)
      for (const [from, to] of NEIGHBOURS) {
        await this.send(from, to, false);
        await this.come(this.bundles.at(-1) as { file: string; to: Name });
      }
  }
}

const ALL_YEAR = ['--from', '2023-05-01', '--to', '2023-12-31', '--format', 'json'];
const REPORTS: readonly (readonly string[])[] = [
  ...['coverage', 'resolution', 'matrix', 'petitions', 'headline', 'workload'].map(name => [
    'report',
    name,
    ...ALL_YEAR,
  ]),
  ['report', 'overdue', '--format', 'json'],
  ...['2023-06', '2023-07', '2023-08'].map(month => ['report', 'headline', '--month', month, '--format', 'json']),
];

test('lives in three ledgers, with bundles lost, twice and out of order, come to what one ledger has that saw everything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 80, size: 'max' }), async steps => {
      const world = new World();
      try {
        for (const each of steps) await world.live(each);
        await world.settle();
        seen.cases += world.cases.length;
        for (const words of REPORTS)
          expect({ words, said: JSON.parse(await world.ledgers.banner.done(...words)) }).toEqual({
            words,
            said: JSON.parse(await world.one.done(...words)),
          });
        for (const name of NAMES) expect(await world.ledgers[name].done('check')).toContain('checks passed');
      } finally {
        rmSync(world.folder, { recursive: true, force: true });
      }
    }),
    lives(20, 3),
  );
  console.log(seen);
  expect(seen.cases).toBeGreaterThan(10);
  expect(seen.done).toBeGreaterThan(60);
  expect(seen.passed).toBeGreaterThan(5);
  expect(seen.refused).toBeGreaterThan(10);
}, 900_000);
