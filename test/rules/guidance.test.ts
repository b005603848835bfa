import { describe, expect, test } from 'vitest';
import {
  groupOf,
  groupsOf,
  levelProblems,
  type Membership,
  openUnitsProblem,
  twiceProblems,
} from '../../src/guidance/rules.ts';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';
import type { Level } from '../../src/units/level.ts';
import { treeOn, type UnitTerm } from '../../src/units/tree.ts';

const always = { from_on: BEGINNING, to_on: OPEN_END };
const from = (from_on: string, to_on = OPEN_END) => ({ from_on, to_on });
const unit = (unit_id: number, level: Level, parent_id: number | null, span = always): UnitTerm => ({
  unit_id,
  code: `U${unit_id}`,
  name: `U${unit_id}`,
  level,
  parent_id,
  ...span,
});
const [BANNER, TOWN, SUMU] = [unit(1, 'banner', null), unit(2, 'township', 1), unit(3, 'township', 1)];
const [VILLAGE, COMMUNITY, FAR] = [unit(4, 'village', 2), unit(5, 'community', 2), unit(6, 'village', 3)];
const TERMS = [BANNER, TOWN, SUMU, VILLAGE, COMMUNITY, FAR];
const inGroup = (group: string, unit_id: number, span = always): Membership => ({ group, unit_id, ...span });

const found = (one: UnitTerm, memberships: readonly Membership[], day = '2023-06-01', terms = TERMS) => {
  const tree = treeOn(terms, day);
  return groupsOf(tree.units.get(one.unit_id) ?? one, memberships, tree);
};

describe('a village or community lies', () => {
  const town = [inGroup('G1', TOWN.unit_id)];

  test('in its township’s group', () => {
    expect(found(VILLAGE, town)).toEqual(['G1']);
    expect(groupOf(VILLAGE, town, treeOn(TERMS, '2023-06-01'))).toBe('G1');
  });

  test('in the group that names it, rather than in its township’s', () => {
    const all = [...town, inGroup('G2', COMMUNITY.unit_id)];
    expect(found(COMMUNITY, all)).toEqual(['G2']);
    expect(found(VILLAGE, all)).toEqual(['G1']);
  });

  test('in none, where neither it nor its township is named', () => {
    expect(found(FAR, town)).toEqual([]);
    expect(groupOf(FAR, town, treeOn(TERMS, '2023-06-01'))).toBeUndefined();
  });

  test('in two, where both name it, and then the first counts', () => {
    const both = [inGroup('G1', COMMUNITY.unit_id), inGroup('G2', COMMUNITY.unit_id)];
    expect(found(COMMUNITY, both)).toEqual(['G1', 'G2']);
    expect(groupOf(COMMUNITY, both, treeOn(TERMS, '2023-06-01'))).toBe('G1');
  });

  test('in one, where the same group names it twice', () => {
    expect(found(COMMUNITY, [inGroup('G1', COMMUNITY.unit_id), inGroup('G1', COMMUNITY.unit_id)])).toEqual(['G1']);
  });

  test('with its township, when its own membership has ended or not begun', () => {
    const all = [...town, inGroup('G2', COMMUNITY.unit_id, from('2023-06-01', '2023-09-01'))];
    expect(found(COMMUNITY, all, '2023-05-31')).toEqual(['G1']);
    expect(found(COMMUNITY, all, '2023-06-01')).toEqual(['G2']);
    expect(found(COMMUNITY, all, '2023-08-31')).toEqual(['G2']);
    expect(found(COMMUNITY, all, '2023-09-01')).toEqual(['G1']);
  });

  test('with the township to which it belongs on the day', () => {
    const moved = [...TERMS.filter(one => one !== VILLAGE), { ...VILLAGE, to_on: '2023-07-01' }];
    moved.push({ ...VILLAGE, parent_id: SUMU.unit_id, from_on: '2023-07-01' });
    const all = [...town, inGroup('G3', SUMU.unit_id)];
    expect(found(VILLAGE, all, '2023-06-30', moved)).toEqual(['G1']);
    expect(found(VILLAGE, all, '2023-07-01', moved)).toEqual(['G3']);
  });
});

test('a group has no whole banner', () => {
  expect(levelProblems('150722', 'banner')).toHaveLength(1);
  for (const level of ['township', 'village', 'community'] as const) expect(levelProblems('x', level)).toEqual([]);
});

describe('a unit is in one group at a time', () => {
  const entry = (code: string, group_code: string, unit_code: string, span = always) => ({
    code,
    group_code,
    unit_code,
    ...span,
  });
  const standing = [entry('A', 'G1', 'U5', from('2023-05-01', '2023-09-01'))];

  test.each([
    ['another group in the same time', entry('B', 'G2', 'U5', from('2023-08-31')), 1],
    ['the same group once more', entry('B', 'G1', 'U5', from('2023-06-01')), 1],
    ['another group from the day after', entry('B', 'G2', 'U5', from('2023-09-01')), 0],
    ['another group until the day before', entry('B', 'G2', 'U5', from(BEGINNING, '2023-05-01')), 0],
  ] as const)('%s', (_, row, problems) => {
    expect(twiceProblems(row, standing)).toHaveLength(problems);
  });
});

test.each([
  ['without units', [], undefined],
  ['on the day on which its last unit ends', [from('2023-05-01', '2024-01-01')], undefined],
  [
    'not before its last unit ends',
    [from('2023-05-01', '2024-01-02'), from('2023-05-01', '2023-09-01')],
    'still has 1 unit',
  ],
  ['not while it has units', [from('2023-05-01'), from('2023-06-01')], 'still has 2 units'],
])('a group is closed %s', (_, units, problem) => {
  const found = openUnitsProblem(units, '2024-01-01')?.en;
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(problem);
});
