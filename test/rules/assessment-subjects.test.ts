import { describe, expect, test } from 'vitest';
import { contentText } from '../../src/assessment/scoring/subject-text.ts';
import { subjectNamed, subjectsFrom } from '../../src/assessment/scoring/subjects.ts';
import type { Membership } from '../../src/guidance/rules.ts';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';
import type { Level } from '../../src/units/level.ts';
import { treeOn, type UnitTerm } from '../../src/units/tree.ts';

const always = { from_on: BEGINNING, to_on: OPEN_END };
const unit = (unit_id: number, level: Level, parent_id: number | null): UnitTerm => ({
  unit_id,
  code: `U${unit_id}`,
  name: `name ${unit_id}`,
  level,
  parent_id,
  ...always,
});
const [BANNER, TOWN, SUMU] = [unit(1, 'banner', null), unit(2, 'township', 1), unit(3, 'township', 1)];
const [VILLAGE, ONE, TWO, FAR] = [
  unit(4, 'village', 2),
  unit(5, 'community', 2),
  unit(6, 'community', 2),
  unit(7, 'village', 3),
];
const TREE = treeOn([BANNER, TOWN, SUMU, VILLAGE, ONE, TWO, FAR], '2023-06-30');
const group = (code: string, span = always) => ({ code, name: `group ${code}`, ...span });
const member = (code: string, { unit_id }: UnitTerm, span = always): Membership => ({ group: code, unit_id, ...span });

const subjects = (groups: readonly ReturnType<typeof group>[], members: readonly Membership[]) =>
  subjectsFrom(TREE, groups, members);
const told = (...given: Parameters<typeof subjects>) =>
  subjects(...given).map(one => [one.code, [...one.units].sort(), [...one.townships]]);

const TOWNSHIPS = [
  ['U2', [2, 4, 5, 6], [2]],
  ['U3', [3, 7], [3]],
];
const [G1, G2, G3] = [group('G1'), group('G2'), group('G3')];

describe('what is assessed', () => {
  test('the townships, where there are no guidance groups', () => {
    expect(told([], [])).toEqual(TOWNSHIPS);
  });

  test('the townships still, where each has a group of its own', () => {
    expect(told([G1, G2], [member('G1', TOWN), member('G2', SUMU)])).toEqual(TOWNSHIPS);
  });

  test('and the communities that a group has to itself: they are taken out of their township', () => {
    const all = [member('G1', TOWN), member('G2', SUMU), member('G3', ONE), member('G3', TWO)];
    expect(told([G1, G2, G3], all)).toEqual([['U2', [2, 4], [2]], TOWNSHIPS[1], ['G3', [5, 6], [2]]]);
  });

  test('a township by the codes that it had, unless another has them now', () => {
    const former = { ...TOWN, code: 'U20', to_on: '2023-05-01' };
    const reused = { ...TOWN, code: 'U3', to_on: '2022-01-01' };
    const tree = treeOn([BANNER, reused, former, { ...TOWN, from_on: '2023-05-01' }, SUMU], '2023-06-30');
    expect(subjectsFrom(tree, [], []).map(one => [one.code, one.alias])).toEqual([
      ['U2', ['U20']],
      ['U3', []],
    ]);
  });

  test('no group without a unit, nor one that is not in force or whose units have left it', () => {
    const ended = { from_on: BEGINNING, to_on: '2023-06-30' };
    expect(told([G1], [])).toEqual(TOWNSHIPS);
    expect(told([group('G3', ended)], [member('G3', ONE)])).toEqual(TOWNSHIPS);
    expect(told([G3], [member('G3', ONE, ended)])).toEqual(TOWNSHIPS);
  });

  test('no group that names every village and community of one township: it is that township', () => {
    const all = [member('G1', VILLAGE), member('G1', ONE), member('G1', TWO)];
    expect(told([G1], all)).toEqual(TOWNSHIPS);
    expect(told([G1], all.slice(1))).toEqual([['U2', [2, 4], [2]], TOWNSHIPS[1], ['G1', [5, 6], [2]]]);
  });

  test('of a group with a whole township and more only what is more', () => {
    const all = [member('G2', SUMU), member('G2', FAR), member('G2', ONE)];
    expect(told([G2], all)).toEqual([['U2', [2, 4, 6], [2]], TOWNSHIPS[1], ['G2', [5], [2]]]);
    expect(told([G2], [member('G2', SUMU), member('G2', TOWN)])).toEqual(TOWNSHIPS);
  });

  test('each unit once, also where two groups name it: the first has it', () => {
    const ids = subjects([G1, G2], [member('G1', ONE), member('G2', ONE), member('G2', TWO)]).flatMap(one => [
      ...one.units,
    ]);
    expect(ids.sort()).toEqual([2, 3, 4, 5, 6, 7]);
  });
});

describe('an assessed unit', () => {
  const all = subjects([G1, G3], [member('G1', TOWN), member('G3', ONE), member('G3', TWO)]);
  const named = (text: string) => subjectNamed(all, text, TREE).code;

  test('goes by its code and name, by the group that is the township, and by any unit in its row', () => {
    expect(['U2', 'name 2', 'G1', 'group G1', 'U4'].map(named)).toEqual(['U2', 'U2', 'U2', 'U2', 'U2']);
    expect(['G3', 'group G3', 'U5', 'name 6'].map(named)).toEqual(['G3', 'G3', 'G3', 'G3']);
    expect(() => named('U1')).toThrow('U1');
  });

  test('says what its row has, and what is assessed elsewhere', () => {
    const texts = ['U2', 'U3', 'G3'].map(code => contentText(subjectNamed(all, code, TREE), all, TREE).en);
    expect(texts).toEqual([
      'The row has the township’s own desk, 1 village, without 2 communities (assessed under G3 group G3)',
      'The row has the township’s own desk, 1 village',
      'The row has 2 communities; meetings are those of their township',
    ]);
  });
});
