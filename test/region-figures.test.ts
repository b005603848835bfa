import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsInMemory } from './support/facts.ts';
import { emptyFolder, FIRST, SECOND, type SmallLedger, smallLedger, THIRD } from './support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION, LIVED_VISIT } from './support/lived-cases.ts';
import { expectSameFigures, ownFigures } from './support/own-figures.ts';
import { comparedMeans, ownRows } from './support/own-scorecard.ts';

const TODAY = '2023-12-31';

const DISPUTE = `${FIRST}-2023-1`;
const PARTIES = ['--applicant', 'name=何春花', '--respondent', '金海山'];
const MEDIATED = ['--mediator', '孟志强', '--outcome', 'agreed', '--record', '双方同意轮流浇水'];

/** A year in which much that was entered becomes something else, each line on the day on which it is entered. */
const CHANGES: readonly (readonly [day: string, ...words: string[]])[] = [
  [
    '2023-05-04',
    'dispute',
    'register',
    '--unit',
    FIRST,
    '--grade',
    'complex',
    '--category',
    '02',
    '--source',
    'proactive',
    '--title',
    '浇水先后',
    '--people',
    '7',
    ...PARTIES,
  ],
  ['2023-05-06', 'dispute', 'accept', DISPUTE, '--rights-notified', '2023-05-06'],
  ['2023-05-20', 'dispute', 'suspend', DISPUTE, '--reason', '等待鉴定'],
  [
    '2023-06-03',
    'dispute',
    'register',
    '--unit',
    SECOND,
    '--grade',
    'simple',
    '--category',
    '01',
    '--title',
    '地界不清',
    ...PARTIES,
  ],
  [
    '2023-06-03',
    'dispute',
    'register',
    '--unit',
    THIRD,
    '--grade',
    'simple',
    '--category',
    '05',
    '--title',
    '登记错了',
    ...PARTIES,
  ],
  ['2023-06-09', 'dispute', 'void', `${THIRD}-2023-1`, '--reason', '登记有误', '--yes'],
  ['2023-06-20', 'dispute', 'change', DISPUTE, '--category', '03', '--reason', '查明'],
  ['2023-06-25', 'dispute', 'resume', DISPUTE],
  ['2023-08-02', 'dispute', 'mediate', DISPUTE, ...MEDIATED],
  ['2023-08-03', 'dispute', 'settle', DISPUTE, '--form', 'oral', '--content', '轮流浇水', '--facts', '争水'],
  ['2023-08-20', 'dispute', 'follow-up', DISPUTE, '--satisfaction', 'satisfied', '--by', '孟志强', '--note', '满意'],
  ['2023-09-20', 'dispute', 'follow-up', DISPUTE, '--satisfaction', 'not', '--by', '孟志强', '--note', '又争起来'],
  ['2023-10-02', 'dispute', 'reopen', DISPUTE, '--reason', '又起争执'],
  ['2023-10-09', 'dispute', 'regrade', DISPUTE, '--grade', 'major', '--reason', '情况变化'],
  [
    '2023-05-10',
    'petition',
    'lodge',
    '--unit',
    FIRST,
    '--channel',
    'visit',
    '--kind',
    'claim',
    '--category',
    '03',
    '--demand',
    '修好村路',
    '--petitioner',
    'name=索巴图',
  ],
  [
    '2023-06-10',
    'petition',
    'lodge',
    '--unit',
    '150722101',
    '--channel',
    'letter',
    '--kind',
    'claim',
    '--category',
    '01',
    '--demand',
    '供水不足',
    '--petitioner',
    'name=索巴图',
    '--repeat-of',
    `${FIRST}-2023-P1`,
  ],
  ['2023-06-12', 'petition', 'accept', '150722101-2023-P1'],
  ['2023-07-01', 'unit', 'merge', SECOND, '--into', FIRST, '--yes'],
  ['2023-07-10', 'household', 'close', `${THIRD}010004`, '--yes'],
  ['2023-08-01', 'unit', 'recode', '150722101', '150722105', '--yes'],
  ['2023-09-15', 'household', 'reopen', `${THIRD}010004`, '--on', '2023-09-15', '--reason', '迁回', '--yes'],
];

/** Counties by the codes under which a region has them: in two leagues, and one of another region. */
const LEDGERS: Readonly<Record<string, SmallLedger>> = {
  '150102': emptyFolder(),
  '150721': await smallLedger({ visits: true }),
  '150722': emptyFolder(),
  '150723': await smallLedger({ visits: true }),
  '630222': emptyFolder(),
};
const [nothing, lived, village, changed, bare] = Object.values(LEDGERS) as [
  SmallLedger,
  SmallLedger,
  SmallLedger,
  SmallLedger,
  SmallLedger,
];
const facts = factsInMemory();

beforeAll(async () => {
  await nothing.done('init', '--county', '150102', '--name', '新城区');
  await bare.done('init', '--county', '630222', '--name', '民和县');
  await village.done('demo', '--scale', 'village', '--ledger', village.path);
  for (const line of [...LIVED_DISPUTE, ...LIVED_PETITION, LIVED_VISIT]) await lived.done(...line);
  for (const [day, ...words] of CHANGES) {
    const { code, stderr } = await changed.run(words, { env: { TIAOCHU_TODAY: day } });
    expect([words.join(' '), code, stderr]).toEqual([words.join(' '), 0, stderr]);
  }
  for (const [county, ledger] of Object.entries(LEDGERS)) ledger.direct(db => facts.add(db, TODAY, county));
}, 120_000);
afterAll(() => {
  for (const ledger of Object.values(LEDGERS)) ledger.remove();
});

test('every figure of every report is the counties’ own, whatever the period, and leagues and regions are their sums', async () => {
  const own = Object.entries(LEDGERS).map(
    ([county, ledger]) => [county, ledger.direct(db => ownFigures(db, TODAY))] as const,
  );
  await expectSameFigures(facts, TODAY, new Map(own));
});

test.each([...['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'].map(quarter => ({ quarter })), { year: '2023' }])(
  'the points of a county are the means of its own scorecard: %o',
  async sheet => {
    for (const county of ['150721', '150722', '150723']) {
      const own = LEDGERS[county]?.direct(db => ownRows(db, TODAY, sheet)) ?? [];
      const { figures, differences } = await comparedMeans(facts, county, sheet, own);
      expect(differences).toEqual([]);
      expect(figures).toBeGreaterThan(3);
    }
  },
);

/** What texts of facts may be: nothing, days, words of the program, codes, and names of lists that the county keeps. */
const HARMLESS = /^$|^\d{4}-\d{2}-\d{2}$|^\d{4}(-Q[1-4])?$|^[a-z_-]+$|^\d{2,6}[a-z]?$/;

test('the facts hold nothing of persons: only days, words of the program, codes and the names of the county’s lists', () => {
  const named = `select name_zh from category union select name_en from category union select name_zh from indicator
    union select name_en from indicator union select name from unit_term where level = 'banner'`;
  const names = Object.values(LEDGERS).flatMap(ledger => ledger.direct(db => db.prepare(named).pluck().all()));
  const held = facts.texts();
  expect(held.length).toBeGreaterThan(100);
  expect(held.filter(text => !HARMLESS.test(text) && !names.includes(text))).toEqual([]);
  // The ledgers do hold such texts.
  const people = `select name from party union select head_name from household union select diary from visit
    union select demand from petition union select title from dispute union select phone from cadre`;
  const personal = Object.values(LEDGERS).flatMap(ledger => ledger.direct(db => db.prepare(people).pluck().all()));
  expect(personal.length).toBeGreaterThan(50);
  expect(personal.filter(text => held.includes(text as string) && text !== '')).toEqual([]);
});
