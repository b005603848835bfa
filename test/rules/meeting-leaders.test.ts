import { expect, test } from 'vitest';
import { linkedTwiceProblems, linkedUnitProblems } from '../../src/linked-leaders/rules.ts';
import {
  type Holder,
  headsTownship,
  type Led,
  leadingProblem,
  looksLikeCode,
} from '../../src/meetings/leading-rules.ts';

const UNIT = 7;
const holder = (office: Holder['office'], code: string, name: string, more: Partial<Holder> = {}): Holder => ({
  office,
  code,
  name,
  unit_id: UNIT,
  duty: '',
  from_on: '2023-01-01',
  to_on: '2023-07-01',
  ...more,
});
const HOLDERS = [
  holder('head', 'P01', '孟志强', { duty: '党委书记' }),
  holder('head', 'P09', '苏巴图', { unit_id: 8 }),
  holder('linked', 'BL01', '郭海山'),
  holder('banner', 'P02', '敖建国'),
];
const meeting = (kind: Led['kind'], more: Partial<Led> = {}): Led => ({
  code: 'M-1',
  kind,
  unit_id: UNIT,
  unit_code: '150722100',
  held_on: '2023-05-12',
  chair: '孟志强',
  linked_leader: '',
  ...more,
});
const problem = (kind: Led['kind'], more: Partial<Led> = {}) => leadingProblem(meeting(kind, more), HOLDERS)?.en;

test('the head of a township is the head of its station, its party secretary or its mayor, no deputy', () => {
  for (const duty_title of [
    ...['党委书记', '镇党委书记', '党委副书记、镇长', '乡长', '党委副书记兼乡长', '镇长（主持工作）'],
    ...['苏木达', '街道党工委书记', '办事处主任'],
  ])
    expect(headsTownship({ role: 'deputy', duty_title }), duty_title).toBe(true);
  for (const duty_title of ['党委副书记', '副镇长', '副乡长', '政法委员', '', '司法所所长', '副苏木达', '综治中心主任'])
    expect(headsTownship({ role: 'member', duty_title }), duty_title).toBe(false);
  expect(headsTownship({ role: 'head', duty_title: '' })).toBe(true);
});

test('a half-monthly meeting is chaired by its township’s head on its day', () => {
  expect(problem('half_month')).toBeUndefined();
  expect(problem('half_month', { held_on: '2023-06-30' })).toBeUndefined();
  expect(problem('half_month', { held_on: '2023-07-01' })).toContain('nobody is registered as such on 2023-07-01');
  expect(problem('half_month', { chair: '苏巴图' })).toContain('that is 孟** (党委书记, P01)');
  expect(problem('half_month', { chair: '郭海山' })).toContain('wrong chair');
});

test('a monthly meeting has its linked leader, who chairs it or has the township’s head chair it', () => {
  expect(problem('month')).toContain('names no linked leader');
  expect(problem('month', { linked_leader: '何秀英' })).toContain('not linked with the township on that day');
  expect(problem('month', { linked_leader: '郭海山' })).toBeUndefined();
  expect(problem('month', { linked_leader: '郭海山', chair: '郭海山' })).toBeUndefined();
  expect(problem('month', { linked_leader: '郭海山', chair: '敖建国' })).toContain('wrong chair');
});

test('names are compared as minutes write them; of several linked leaders each is linked', () => {
  expect(problem('half_month', { chair: '孟　志强' })).toBeUndefined();
  const two = [...HOLDERS, holder('linked', 'BL02', '何秀英')];
  const led = (linked_leader: string) => leadingProblem(meeting('month', { linked_leader }), two);
  expect(led('郭海山、何秀英')).toBeUndefined();
  expect(led('郭海山，莫海山')?.en).toContain('not linked');
  expect(led('、')).toBeDefined();
});

test('a linked leader who is named at another meeting is linked with the township, too', () => {
  expect(problem('half_month', { linked_leader: '郭海山' })).toBeUndefined();
  expect(problem('half_month', { linked_leader: '何秀英' })).toContain('not linked');
});

test('the banner’s meetings are chaired by its leading group', () => {
  expect(problem('quarter', { chair: '敖建国' })).toBeUndefined();
  expect(problem('quarter')).toContain('leading group; on 2023-05-12 that is 敖** (P02)');
});

test('a refusal names a command that registers whom it misses', () => {
  const hint = (kind: Led['kind'], more: Partial<Led> = {}) => leadingProblem(meeting(kind, more), [])?.hint?.en;
  expect(hint('half_month')).toContain('tiaochu post add');
  expect(hint('month')).toContain('tiaochu linked-leader add --unit-code 150722100 --on 2023-05-12');
});

test('a code is told from a name by the letters of a keyboard', () => {
  expect(['BL01', '150722100-S01-P01'].map(looksLikeCode)).toEqual([true, true]);
  expect(['孟志强', '巴图·苏和', ''].map(looksLikeCode)).toEqual([false, false, false]);
});

test('leaders are linked with townships, each once at a time', () => {
  expect(linkedUnitProblems('150722100', 'township')).toEqual([]);
  for (const level of ['banner', 'village', 'community'] as const)
    expect(linkedUnitProblems('1', level)[0]?.reason.en).toContain('is not a township');
  const [first, second] = [
    { code: 'BL01', name: '郭海山' },
    { code: 'BL02', name: '何秀英' },
  ];
  expect(linkedTwiceProblems(first, [second])).toEqual([]);
  expect(linkedTwiceProblems({ code: 'BL03', name: '郭海山' }, [first, second])[0]?.value).toBe('BL01');
});
