import { describe, expect, test } from 'vitest';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';
import type { PostRole } from '../../src/sites/post.ts';
import {
  crowdedHeads,
  dutyProblem,
  fromFounding,
  headProblems,
  homeProblems,
  onlyOneProblems,
  openPartsProblem,
  roomProblems,
} from '../../src/sites/rules.ts';
import { forcesText, SITE_KINDS, type SiteKind, siteSheet } from '../../src/sites/site.ts';

const KINDS = Object.keys(SITE_KINDS) as SiteKind[];
const from = (from_on: string, to_on = OPEN_END) => ({ from_on, to_on });
const reasons = (problems: readonly { column: string; reason: { en: string } }[]) =>
  problems.map(p => `${p.column} ${p.reason.en}`);

describe('a site belongs to', () => {
  test.each([
    ['banner', ['command_centre', 'leading_group']],
    ['township', ['work_station']],
    ['village', ['working_group']],
    ['community', ['working_group']],
  ] as const)('a %s: %s', (level, allowed) => {
    const fitting = KINDS.filter(kind => homeProblems({ kind, unit_code: 'x' }, level).length === 0);
    expect(fitting).toEqual(allowed);
  });
});

describe('a unit has at most one site of a kind at a time', () => {
  const site = (code: string, kind: SiteKind, unit_code: string, span = from('2023-05-01')) => ({
    code,
    kind,
    unit_code,
    ...span,
  });
  const standing = [site('A', 'leading_group', 'U', from('2023-05-01', '2023-12-31'))];
  test.each([
    ['the same time', site('B', 'leading_group', 'U', from('2023-06-01')), 1],
    ['a day in common', site('B', 'leading_group', 'U', from('2023-12-30')), 1],
    ['the day after', site('B', 'leading_group', 'U', from('2023-12-31')), 0],
    ['another kind', site('B', 'command_centre', 'U'), 0],
  ])('%s', (_, one, count) => {
    expect(onlyOneProblems(one, standing)).toHaveLength(count);
  });
});

describe('the duty of a head', () => {
  test.each([
    ['work_station', '镇党委书记', true],
    ['work_station', '党委书记、镇长', true],
    ['work_station', '镇党委副书记', false],
    ['work_station', '镇长', false],
    ['work_station', '', false],
    ['working_group', '村党支部书记', true],
    ['working_group', '村委会主任', true],
    ['working_group', '书记、主任', true],
    ['working_group', '村党支部副书记', false],
    ['working_group', '村委会副主任', false],
    ['working_group', '副主任、书记', true],
    ['working_group', '会计', false],
    ['command_centre', '', true],
    ['leading_group', '', true],
  ] as const)('of a %s: "%s" %s', (kind, duty, fits) => {
    expect(dutyProblem(kind, duty) === undefined).toBe(fits);
  });
});

describe('heads', () => {
  const post = (code: string, role: PostRole, span = from('2023-05-01'), site_code = 'S') => ({
    code,
    role,
    site_code,
    duty_title: '村党支部书记',
    ...span,
  });
  const problems = (kind: SiteKind, one: ReturnType<typeof post>, ...others: ReturnType<typeof post>[]) =>
    reasons(headProblems(one, kind, () => others));

  test('are one for each site but a working group', () => {
    for (const kind of ['command_centre', 'leading_group'] as const) {
      expect(problems(kind, post('B', 'head'))).toEqual([]);
      expect(problems(kind, post('B', 'head'), post('A', 'head'))).toEqual([
        'site_code already has a head at that time: A',
      ]);
    }
  });

  test('follow one another', () => {
    const before = post('A', 'head', from('2023-05-01', '2023-10-01'));
    expect(problems('command_centre', post('B', 'head', from('2023-10-01')), before)).toEqual([]);
    expect(problems('command_centre', post('B', 'head', from('2023-09-30')), before)).toHaveLength(1);
    expect(problems('command_centre', post('B', 'head', from('2023-01-01', '2023-05-01')), before)).toEqual([]);
    expect(problems('command_centre', post('B', 'head', from('2023-01-01')), before)).toHaveLength(1);
  });

  test('of a working group are at most two on any day', () => {
    const early = post('A', 'head', from('2023-05-01', '2023-07-01'));
    const late = post('B', 'head', from('2023-07-01'));
    expect(problems('working_group', post('C', 'head'), early, late)).toEqual([]);
    expect(problems('working_group', post('C', 'head'), post('A', 'head'), late)).toEqual([
      'site_code already has a head at that time: A, B',
    ]);
  });

  test('are no deputies, members or heads elsewhere', () => {
    expect(problems('command_centre', post('B', 'deputy'), post('A', 'head'))).toEqual([]);
    expect(problems('command_centre', post('B', 'head'), post('A', 'deputy'), post('C', 'member'))).toEqual([]);
    expect(problems('command_centre', post('B', 'head'), post('A', 'head', from('2023-05-01'), 'T'))).toEqual([]);
    expect(problems('work_station', post('B', 'member'))).toEqual([]);
  });

  test('of a station are no village secretaries', () => {
    expect(problems('work_station', post('B', 'head'))).toEqual([
      'duty_title is not 党委书记: the party secretary heads a station',
    ]);
  });
});

describe('a site stands from', () => {
  test.each([
    ['its founding, where nothing else is said', BEGINNING, '2022-02-18', '2022-02-18'],
    ['its first day, where that is said', '2023-05-01', '2022-02-18', '2023-05-01'],
    ['always, where nothing is known', BEGINNING, null, BEGINNING],
  ])('%s', (_, from_on, founded_on, stands) => {
    expect(fromFounding({ from_on, to_on: OPEN_END, founded_on }).from_on).toBe(stands);
  });
});

describe('heads are too many', () => {
  const post = (code: string, role: PostRole, span = from('2023-05-01'), site_code = 'S') => ({
    code,
    role,
    site_code,
    ...span,
  });
  const crowded = (kind: SiteKind, ...posts: ReturnType<typeof post>[]) => crowdedHeads(posts, () => kind);

  test('where two are at a time, in a working group three', () => {
    expect(crowded('work_station', post('A', 'head'), post('B', 'head'))).toEqual(['A', 'B']);
    expect(crowded('working_group', post('A', 'head'), post('B', 'head'))).toEqual([]);
    expect(crowded('working_group', post('A', 'head'), post('B', 'head'), post('C', 'head'))).toEqual(['A', 'B', 'C']);
  });

  test('but not where a member becomes head on the day on which the head ends', () => {
    const versions = [
      post('A', 'head', from('2023-05-01', '2023-10-01')),
      post('B', 'member', from('2023-05-01', '2023-10-01')),
      post('B', 'head', from('2023-10-01')),
    ];
    expect(crowded('work_station', ...versions)).toEqual([]);
    expect(crowded('work_station', ...versions, post('C', 'head', from('2024-01-01')))).toEqual(['B', 'C']);
    expect(crowded('work_station', ...versions, post('C', 'head', from('2024-01-01'), 'T'))).toEqual([]);
  });
});

describe('rooms', () => {
  test.each([
    ['front', ['command_centre']],
    ['back', ['command_centre']],
    ['window', ['command_centre', 'work_station', 'working_group']],
    ['mediation', ['command_centre', 'work_station', 'working_group']],
  ] as const)('%s: of %s', (kind, allowed) => {
    const fitting = KINDS.filter(site => roomProblems({ kind, site_code: 'S' }, site).length === 0);
    expect(fitting).toEqual(allowed);
  });
});

describe('forces', () => {
  const { read } = siteSheet.forces;
  test.each([
    ['', ''],
    ['grid', 'grid'],
    ['信访接待；综治网格', 'grid;petition'],
    ['legal service, mediation', 'mediation;legal'],
    ['综治网格、人民调解、综治网格、', 'grid;mediation'],
  ])('"%s" is "%s"', (text, forces) => {
    expect(read(text)).toBe(forces);
  });

  test('read back as they are shown', () => {
    const all = 'grid;mediation;legal;petition';
    expect(read(forcesText(all).zh)).toBe(all);
    expect(read(forcesText(all).en)).toBe(all);
  });

  test('are the four', () => {
    expect(() => read('grid;police')).toThrow('must be one of grid, mediation, legal, petition');
  });
});

test.each([
  [0, 0, 0, undefined],
  [1, 0, 0, 'It has 1 post and 0 rooms on 2024-01-01'],
  [0, 1, 0, 'It has 0 posts and 1 room on 2024-01-01'],
  [0, 0, 1, 'It has 0 posts and 0 rooms and 1 establishment on 2024-01-01'],
])('a site with %i posts, %i rooms and %i establishments is closed: %s', (posts, rooms, establishments, problem) => {
  expect(openPartsProblem({ posts, rooms, establishments }, '2024-01-01')?.en).toBe(problem);
});
