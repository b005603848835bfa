import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADD_C05, FIRST, SECOND, SEPTEMBER, type SmallLedger, smallLedger, THIRD } from './support/ledger.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger({ visits: true });
});
afterEach(() => ledger.remove());

/** Everything that was reported about the months before September, as the reports print it. */
async function past(): Promise<string> {
  const pages: string[] = [];
  for (const period of [
    ['--month', '2023-05'],
    ['--quarter', '2023-Q2'],
    ['--from', '2023-07-01', '--to', '2023-08-31'],
    ['--to', '2023-08-31'],
  ]) {
    for (const by of ['banner', 'township', 'village', 'pair', 'cadre'])
      pages.push(await ledger.done('report', 'coverage', '--by', by, ...period));
    for (const unit of ['150722100', SECOND])
      pages.push(await ledger.done('report', 'coverage', '--by', 'village', '--unit', unit, ...period));
    pages.push(await ledger.done('report', 'missed', ...period));
  }
  for (const list of ['unit', 'household', 'assignment'])
    pages.push(await ledger.done(list, 'list', '--on', '2023-08-31', '--format', 'json'));
  return pages.join('\n').replaceAll(/"to_on":[^,}]*|"people":\d+/g, '');
}

type Command = readonly string[];
const ADD_UNIT: Command = [
  'unit',
  'add',
  '--code',
  '150722102',
  '--name',
  '宝山镇',
  '--level',
  'township',
  '--on',
  '2023-09-01',
];

/** Each act counts from September on; afterwards the months before read as they always did. */
const ACTS: readonly (readonly [act: string, prepare: readonly Command[], commands: readonly Command[]])[] = [
  ['a handover', [ADD_C05], [['handover', '--yes', `${FIRST}-C01`, `${FIRST}-C05`, ...SEPTEMBER]]],
  [
    'a pair’s other cadre',
    [ADD_C05],
    [['pair', 'change', `${FIRST}-P02`, '--from-cadre', `${FIRST}-C03`, '--to-cadre', `${FIRST}-C05`, ...SEPTEMBER]],
  ],
  [
    'an assignment to another pair',
    [],
    [
      [
        'assignment',
        'change',
        `${FIRST}010001`,
        '--pair',
        `${FIRST}-P02`,
        '--responsible',
        `${FIRST}-C03`,
        ...SEPTEMBER,
      ],
    ],
  ],
  [
    'an assignment to the other of the pair',
    [],
    [['assignment', 'change', `${FIRST}010001`, '--responsible', `${FIRST}-C02`, ...SEPTEMBER]],
  ],
  ['the end of an assignment', [], [['assignment', 'close', '--yes', `${SECOND}010001`, ...SEPTEMBER]]],
  ['a household that leaves', [], [['household', 'close', '--yes', `${FIRST}010001`, ...SEPTEMBER]]],
  [
    'a household that comes',
    [],
    [['household', 'add', '--code', `${FIRST}010009`, '--unit-code', FIRST, '--head-name', '何秀英', ...SEPTEMBER]],
  ],
  ['a village’s other name', [], [['unit', 'change', FIRST, '--name', '西博荣嘎查', ...SEPTEMBER]]],
  ['a township’s other name', [], [['unit', 'change', '150722100', '--name', '尼尔基街道', ...SEPTEMBER]]],
  ['a village that becomes a community', [], [['unit', 'change', SECOND, '--level', 'community', ...SEPTEMBER]]],
  [
    'a village that moves to another township',
    [],
    [['unit', 'change', SECOND, '--parent-code', '150722101', ...SEPTEMBER]],
  ],
  [
    'a village that moves to a new township',
    [ADD_UNIT],
    [['unit', 'change', SECOND, '--parent-code', '150722102', ...SEPTEMBER]],
  ],
  ['a cadre who leaves', [ADD_C05], [['cadre', 'close', '--yes', `${FIRST}-C05`, ...SEPTEMBER]]],
  [
    'a household’s new phone after its village was renamed',
    [['unit', 'change', FIRST, '--name', '西博荣嘎查', ...SEPTEMBER]],
    [['household', 'change', `${FIRST}010001`, '--people', '9', ...SEPTEMBER]],
  ],
  [
    'a cadre’s new duty after the village was renamed',
    [['unit', 'change', FIRST, '--name', '西博荣嘎查', ...SEPTEMBER]],
    [['cadre', 'change', `${FIRST}-C01`, '--duty', '副科长', ...SEPTEMBER]],
  ],
  [
    'a cadre who goes to another village’s team',
    [ADD_C05, ['handover', '--yes', `${FIRST}-C01`, `${FIRST}-C05`, ...SEPTEMBER]],
    [['cadre', 'change', `${FIRST}-C01`, '--unit-code', SECOND, '--on', '2023-10-01']],
  ],
  ['a corrected diary', [], [['visit', 'correct', '1', '--diary', '另写', '--reason', '笔误']]],
];

describe('past figures do not move', () => {
  test.each(ACTS)('after %s', async (_, prepare, commands) => {
    for (const command of prepare) await ledger.done(...command);
    const before = await past();
    for (const command of commands) await ledger.done(...command);
    expect(await past()).toBe(before);
    await ledger.done('check');
  });

  test('after all of it, one thing after the other', async () => {
    await ledger.done(...ADD_C05);
    const before = await past();
    await ledger.done('handover', '--yes', `${FIRST}-C01`, `${FIRST}-C05`, ...SEPTEMBER);
    await ledger.done(
      'assignment',
      'change',
      `${FIRST}010001`,
      '--pair',
      `${FIRST}-P02`,
      '--responsible',
      `${FIRST}-C03`,
      '--on',
      '2023-10-01',
    );
    await ledger.done('unit', 'change', SECOND, '--parent-code', '150722101', '--on', '2023-10-01');
    await ledger.done('household', 'close', '--yes', `${THIRD}010001`, '--on', '2023-11-01');
    expect(await past()).toBe(before);
    await ledger.done('check');
  });
});

describe('what counts from a day on does count from it', () => {
  const villagesOf = async (township: string, day: string) =>
    (await ledger.json<{ code: string }>('unit', 'list', '--unit', township, '--level', 'village', '--on', day)).map(
      u => u.code,
    );

  test('a village that moved is in its old township the day before and in the new one that day', async () => {
    await ledger.done('unit', 'change', SECOND, '--parent-code', '150722101', ...SEPTEMBER);
    expect(await villagesOf('150722100', '2023-08-31')).toEqual([FIRST, SECOND]);
    expect(await villagesOf('150722100', '2023-09-01')).toEqual([FIRST]);
    expect(await villagesOf('150722101', '2023-09-01')).toEqual([SECOND, THIRD]);
  });

  test('coverage follows the tree of the period’s last day', async () => {
    await ledger.done('unit', 'change', SECOND, '--parent-code', '150722101', ...SEPTEMBER);
    const households = async (...period: string[]) =>
      (await ledger.json<{ households: number }>('report', 'coverage', ...period)).map(row => row.households);
    expect(await households('--month', '2023-08')).toEqual([12, 6]);
    expect(await households('--year', '2023')).toEqual([6, 12]);
  });

  test('a household counts in every period in which it was active for a day', async () => {
    await ledger.done('household', 'close', '--yes', `${FIRST}010002`, ...SEPTEMBER);
    const households = async (...period: string[]) =>
      (await ledger.json<{ households: number }>('report', 'coverage', '--by', 'banner', ...period))[0]?.households;
    expect(await households('--month', '2023-08')).toBe(18);
    expect(await households('--from', '2023-08-31', '--to', '2023-09-30')).toBe(18);
    expect(await households('--month', '2023-09')).toBe(17);
  });

  test('visits before a handover stay with the old pair', async () => {
    await ledger.done(...ADD_C05);
    await ledger.done('handover', '--yes', `${FIRST}-C01`, `${FIRST}-C05`, ...SEPTEMBER);
    const rows = await ledger.json<{ pair_code: string; households: number; visits: number }>(
      'report',
      'coverage',
      '--by',
      'pair',
      '--unit',
      FIRST,
      '--year',
      '2023',
    );
    const row = (pair: string) => rows.find(r => r.pair_code === pair);
    expect(row(`${FIRST}-P01`)).toMatchObject({ households: 0, visits: 3 });
    expect(row(`${FIRST}-P01~2`)).toMatchObject({ households: 3, visits: 0 });
  });
});

describe('nothing ends before a visit that rests on it', () => {
  const refused = async (...argv: string[]) => {
    const { code } = await ledger.run(argv);
    expect(code).toBe(4);
    await ledger.done('check');
  };

  test('a household is not closed on or before its last visit', () =>
    refused('household', 'close', '--yes', `${FIRST}010001`, '--on', '2023-05-20'));

  test('a pair is not changed on or before its last visit', async () => {
    await ledger.done(...ADD_C05);
    await refused('handover', '--yes', `${FIRST}-C01`, `${FIRST}-C05`, '--on', '2023-05-20');
  });

  test('an assignment does not end on or before a visit under it', () =>
    refused('assignment', 'close', '--yes', `${FIRST}010001`, '--on', '2023-05-20'));

  test('an assignment does not go to another pair on or before a visit under it', () =>
    refused(
      'assignment',
      'change',
      `${FIRST}010001`,
      '--pair',
      `${FIRST}-P02`,
      '--responsible',
      `${FIRST}-C03`,
      '--on',
      '2023-05-20',
    ));

  test('an assignment’s end is not set before a visit under it by a file either', async () => {
    const file = ledger.write(
      'ends.csv',
      `household_code,pair_code,responsible_cadre,from_on,to_on\n${FIRST}010001,${FIRST}-P01,${FIRST}-C01,2023-05-01,2023-05-10\n`,
    );
    const { code } = await ledger.run(['assignment', 'import', file, '--update']);
    expect([4, 5]).toContain(code);
    await ledger.done('check');
  });

  test('a household’s first day is not set after a visit to it', async () => {
    const file = ledger.write(
      'late.csv',
      `code,unit_code,head_name,from_on\n${FIRST}010001,${FIRST},沃晓光,2023-06-01\n`,
    );
    const { code } = await ledger.run(['household', 'import', file, '--update']);
    expect([4, 5]).toContain(code);
    await ledger.done('check');
  });

  test('a stand-in visit is not made a common one where the pair was not assigned', () =>
    refused('visit', 'correct', '7', '--substitute', 'no', '--reason', '误记'));
});
