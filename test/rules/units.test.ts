import { describe, expect, test } from 'vitest';
import type { Whole } from '../../src/intake/sheet.ts';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { type Level, parentCodeOf } from '../../src/units/level.ts';
import {
  bannerProblems,
  codeProblems,
  levelProblems,
  parentProblems,
  prefixProblems,
  recodeProblem,
  termProblem,
} from '../../src/units/rules.ts';
import {
  branch,
  everyUnit,
  isOpen,
  onTier,
  teamUnits,
  treeOn,
  type UnitTerm,
  unitNamed,
} from '../../src/units/tree.ts';
import type { UnitRow } from '../../src/units/unit.ts';

type Row = Whole<UnitRow>;
const unit = (level: Level, more: Partial<Row> = {}): Row => ({
  code: { banner: '150722', township: '150722100', village: '150722100200', community: '150722100001' }[level],
  name: '某地',
  level,
  parent_code: { banner: '', township: '150722', village: '150722100', community: '150722100' }[level],
  from_on: BEGINNING,
  to_on: OPEN_END,
  ...more,
});
const reasons = (problems: readonly { reason: { en: string } }[]) => problems.map(p => p.reason.en);

describe('a unit’s parent', () => {
  test.each<[Level, Level, boolean]>([
    ['township', 'banner', true],
    ['village', 'township', true],
    ['community', 'township', true],
    ['village', 'banner', false],
    ['township', 'township', false],
    ['community', 'village', false],
    ['township', 'village', false],
  ])('of a %s may be a %s: %s', (level, parent, allowed) => {
    expect(parentProblems(unit(level), unit(parent)).length === 0).toBe(allowed);
  });

  test('of a banner is none', () => {
    expect(parentProblems(unit('banner'), undefined)).toEqual([]);
    expect(reasons(parentProblems(unit('banner', { parent_code: '150000' }), undefined))).toEqual([
      'a banner has no parent',
    ]);
  });

  test('must be known', () => {
    expect(reasons(parentProblems(unit('village'), undefined))).toEqual(['is not a known unit']);
  });

  test('stands as long as the unit does', () => {
    const late = unit('township', { from_on: '2023-06-01' });
    expect(parentProblems(unit('village', { from_on: '2023-06-01' }), late)).toEqual([]);
    expect(reasons(parentProblems(unit('village', { from_on: '2023-05-31' }), late))).toEqual([
      'is not open for the whole of that time',
    ]);
    const closed = unit('township', { to_on: '2024-01-01' });
    expect(parentProblems(unit('village'), closed)).toHaveLength(1);
  });

  test.each([
    ['150722100200', '150722100'],
    ['150722100', '150722'],
    ['150722', ''],
  ])('of %s is %s by its code', (code, parent) => {
    expect(parentCodeOf(code)).toBe(parent);
  });
});

describe('a unit’s code', () => {
  test.each<[Level, string, boolean]>([
    ['banner', '150722', true],
    ['township', '150722100', true],
    ['village', '150722100200', true],
    ['community', '150722100001', true],
    ['banner', '150722100', false],
    ['township', '150722', false],
    ['village', '150722100', false],
  ])('of a %s may be %s: %s', (level, code, fits) => {
    expect(codeProblems(unit(level, { code })).length === 0).toBe(fits);
  });

  test('of a banner is the ledger’s own', () => {
    expect(bannerProblems(unit('banner'), '150722')).toEqual([]);
    expect(bannerProblems(unit('banner', { code: '150723' }), '150722')).toHaveLength(1);
    expect(bannerProblems(unit('township'), '150723')).toEqual([]);
  });
});

test.each<[Level, Partial<Row>, boolean]>([
  ['village', {}, true],
  ['township', {}, true],
  ['village', { code: '150722101200' }, false],
  ['township', { code: '150723100' }, false],
  ['banner', { parent_code: '150000' }, true],
])('the code of a new %s begins with its parent’s: %j %s', (level, more, fits) => {
  expect(prefixProblems(unit(level, more)).length === 0).toBe(fits);
});

describe('a unit keeps its tier', () => {
  test.each<[Level, Level, boolean]>([
    ['village', 'community', true],
    ['community', 'village', true],
    ['village', 'village', true],
    ['village', 'township', false],
    ['township', 'community', false],
  ])('a %s becomes a %s: %s', (before, after, allowed) => {
    expect(levelProblems(unit(after), unit(before)).length === 0).toBe(allowed);
  });

  test('a new one may have any', () => {
    expect(levelProblems(unit('township'), undefined)).toEqual([]);
  });
});

test('a code is free from the day on which the unit that had it gives it up', () => {
  const term = (unit_id: number, code: string, to_on: string): UnitTerm => ({
    ...{ unit_id, code, name: '某村', level: 'village', parent_id: 1, from_on: BEGINNING, to_on },
  });
  const own = term(2, '150722100200', OPEN_END);
  const former = term(3, '150722100201', '2023-06-01');
  expect(recodeProblem(own, '150722100201', [own, former], '2023-06-01')).toBeUndefined();
  expect(recodeProblem(own, '150722100201', [own, former], '2023-05-31')?.en).toContain('belongs to');
});

test('a change takes effect within the present term', () => {
  const term = { from_on: '2023-06-01', to_on: OPEN_END };
  expect(termProblem(term, '2023-06-01')).toBeUndefined();
  expect(termProblem(term, '2023-05-31')?.en).toContain('2023-05-31');
});

describe('the tree of a day', () => {
  const term = (
    unit_id: number,
    code: string,
    name: string,
    level: Level,
    parent_id: number | null,
    more: Partial<UnitTerm> = {},
  ): UnitTerm => ({
    unit_id,
    code,
    name,
    level,
    parent_id,
    from_on: BEGINNING,
    to_on: OPEN_END,
    ...more,
  });
  const terms = [
    term(1, '150722', '莫旗', 'banner', null),
    term(2, '150722100', '尼尔基镇', 'township', 1),
    term(3, '150722101', '红彦镇', 'township', 1),
    term(4, '150722100200', '西博荣村', 'village', 2, { to_on: '2023-06-01' }),
    term(4, '150722100200', '西博荣嘎查', 'village', 3, { from_on: '2023-06-01' }),
    term(5, '150722100001', '纳文社区', 'community', 2, { to_on: '2023-09-01' }),
    term(6, '150722101201', '红彦村', 'village', 3, { from_on: '2023-07-01' }),
  ];
  const codes = (units: readonly UnitTerm[]) => units.map(u => u.code);

  test('has each unit under the parent of that day, in order of codes', () => {
    expect(codes(everyUnit(treeOn(terms, '2023-05-31')))).toEqual([
      '150722',
      '150722100',
      '150722100001',
      '150722100200',
      '150722101',
    ]);
    expect(codes(everyUnit(treeOn(terms, '2023-06-01')))).toEqual([
      '150722',
      '150722100',
      '150722100001',
      '150722101',
      '150722100200',
    ]);
  });

  test('keeps closed units in their last place and leaves out those to come', () => {
    const tree = treeOn(terms, '2023-12-31');
    expect(codes(branch(tree, unitNamed(tree, '150722100')))).toEqual(['150722100', '150722100001']);
    expect(isOpen(tree, unitNamed(tree, '纳文社区'))).toBe(false);
    expect(() => unitNamed(treeOn(terms, '2023-06-30'), '红彦村')).toThrow(Failure);
  });

  test('has a service team in every village and community', () => {
    expect(codes(teamUnits(treeOn(terms, '2023-12-31')))).toEqual(['150722100001', '150722100200', '150722101201']);
  });

  test('finds the unit above on any tier', () => {
    const tree = treeOn(terms, '2023-12-31');
    const village = unitNamed(tree, '西博荣嘎查');
    expect([1, 2, 3].map(tier => onTier(tree, village, tier)?.code)).toEqual(['150722', '150722101', '150722100200']);
    expect(onTier(tree, unitNamed(tree, '150722'), 2)).toBeUndefined();
  });

  test('finds a unit by code or by its whole name, and names those that come near', () => {
    const tree = treeOn(terms, '2023-12-31');
    expect(unitNamed(tree, '红彦镇').code).toBe('150722101');
    expect(() => unitNamed(tree, '红彦')).toThrow('No single unit');
    expect(() => unitNamed(tree, '无')).toThrow('There is no unit');
  });
});
