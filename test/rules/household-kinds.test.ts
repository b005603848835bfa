import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindCode, kindOn, kindProblems, laterKindProblem, withKind } from '../../src/households/kind-rules.ts';
import { ALWAYS, addDays, OPEN_END } from '../../src/kernel/day.ts';

const span = (kind: string, from_on: string, to_on = OPEN_END) => ({ kind, from_on, to_on });
const JUNE = span('hardship', '2023-06-01', '2023-09-01');

test.each([
  ['2023-05-31', 'ordinary'],
  ['2023-06-01', 'hardship'],
  ['2023-08-31', 'hardship'],
  ['2023-09-01', 'ordinary'],
])('on %s the household is %s', (day, kind) => {
  expect(kindOn([JUNE], day)).toBe(kind);
});

test.each([
  ['a first kind', [], 'hardship', '2023-06-01', [span('hardship', '2023-06-01')]],
  ['back to ordinary', [span('hardship', '2023-06-01')], 'ordinary', '2023-09-01', [JUNE]],
  ['a mistake of the same day', [span('hardship', '2023-06-01')], 'ordinary', '2023-06-01', []],
  ['another kind', [span('hardship', '2023-06-01')], 'solitary', '2023-09-01', [JUNE, span('solitary', '2023-09-01')]],
  ['the same kind later', [JUNE], 'hardship', '2024-01-01', [JUNE, span('hardship', '2024-01-01')]],
  ['the same kind without a gap', [JUNE], 'hardship', '2023-09-01', [span('hardship', '2023-06-01')]],
])('%s', (_, before, kind, on, after) => {
  expect(withKind(before, kind, on)).toEqual(after);
});

test('from the day of the change on the household is of its new kind, and before it as it was', () => {
  const day = fc.integer({ min: 0, max: 300 }).map(days => addDays('2023-01-01', days));
  const kind = fc.constantFrom('ordinary', 'hardship', 'solitary');
  const changes = fc
    .array(fc.tuple(day, kind), { maxLength: 5 })
    .map(list => list.sort(([a], [b]) => (a < b ? -1 : 1)));
  fc.assert(
    fc.property(changes, day, (made, on) => {
      const spans = made.reduce<ReturnType<typeof span>[]>((known, [from, to]) => withKind(known, to, from), []);
      expect(kindOn(spans, on)).toBe(made.findLast(([from]) => from <= on)?.[1] ?? 'ordinary');
    }),
  );
});

test('the days before the last change stay as they are', () => {
  expect(laterKindProblem([JUNE], 'ordinary', '2023-08-31')).toHaveLength(1);
  expect(laterKindProblem([JUNE], 'ordinary', '2023-09-01')).toEqual([]);
  expect(laterKindProblem([span('hardship', '2023-06-01')], 'ordinary', '2023-05-31')).toHaveLength(1);
  expect(laterKindProblem([], 'hardship', '2023-05-31')).toEqual([]);
});

const KINDS = [
  { code: 'ordinary', name_zh: '普通户', name_en: 'ordinary household', ...ALWAYS },
  { code: 'hardship', name_zh: '困难户', name_en: 'hardship household', ...ALWAYS },
  { code: 'solitary', name_zh: '独居老人户', name_en: 'elderly person living alone', ...ALWAYS, to_on: '2023-09-01' },
];

test.each([
  ['困难户', 'hardship'],
  ['Hardship household', 'hardship'],
  ['hardship', 'hardship'],
  ['特困户', '特困户'],
])('a file names a kind by code or name: %s is %s', (word, code) => {
  expect(kindCode(word, KINDS)).toBe(code);
});

test('a kind that was closed, or that nobody has entered, is refused', () => {
  expect(kindProblems('solitary', KINDS, '2023-08-31')).toEqual([]);
  expect(kindProblems('solitary', KINDS, '2023-09-01')).toHaveLength(1);
  expect(kindProblems('特困户', KINDS, '2023-06-01')).toHaveLength(1);
  expect(kindProblems('ordinary', [], '2023-06-01')).toEqual([]);
});
