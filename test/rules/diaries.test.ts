import { expect, test } from 'vitest';
import { type Diary, givenFields, type KeptDiary } from '../../src/visits/diary.ts';
import { readingProblems } from '../../src/visits/reading-rules.ts';
import { repetitionOf } from '../../src/visits/repetition-rules.ts';

const FACTS = { domains: 1, substitute: 0 } as const;
const fields = (place: string) => givenFields(field => (field === 'place' ? place : ''));
const OWN: KeptDiary = { diary_by: 1, diary: '春耕', fields: fields('院内') };
const SECOND: KeptDiary = { diary_by: 2, diary: '', fields: fields('村部') };

test.each<[string, Diary, ReturnType<typeof repetitionOf>]>([
  ['the same row brings nothing new', { diary_by: 1, diary: '春耕', fields: fields('院内') }, 'already'],
  ['a row without a diary brings nothing new', { diary_by: 2, diary: ' ' }, 'already'],
  ['the same words without fields bring nothing new', { diary_by: 1, diary: '春耕' }, 'already'],
  ['the second cadre writes a diary of his own', { diary_by: 2, diary: '春耕' }, 'further'],
  ['the same cadre writes again in the afternoon', { diary_by: 1, diary: '送化肥' }, 'further'],
  ['a diary may consist of fields alone', { diary_by: 1, diary: '', fields: fields('村部') }, 'further'],
  ['the same fields alone bring nothing new', { diary_by: 2, diary: '', fields: fields('村部') }, 'already'],
  ['the same words with other fields contradict', { diary_by: 1, diary: '春耕', fields: fields('村部') }, 'fields'],
])('%s', (_, row, is) => {
  expect(repetitionOf({ ...FACTS, ...row }, FACTS, [OWN, SECOND])).toBe(is);
});

test('a row with other domains or another substitute mark contradicts the visit', () => {
  const row = { ...FACTS, diary_by: 2, diary: '春耕' };
  expect(repetitionOf({ ...row, domains: 3 }, FACTS, [OWN])).toBe('facts');
  expect(repetitionOf({ ...row, substitute: 1 }, FACTS, [OWN])).toBe('facts');
});

test('what a diary said before it was corrected brings nothing new', () => {
  const corrected: KeptDiary = { ...OWN, before: { diary: ['春更'], place: ['院外'] } };
  expect(repetitionOf({ ...FACTS, diary_by: 1, diary: '春更', fields: fields('院外') }, FACTS, [corrected])).toBe(
    'already',
  );
});

test('fields are kept only where one is given', () => {
  expect(givenFields(() => '')).toBeUndefined();
  expect(fields('院内')).toMatchObject({ place: '院内', family: '' });
});

test('a diary is read that is there, and not before its visit', () => {
  const reading = { visit: '5', entry: 1, read_on: '2023-05-04' };
  expect(readingProblems(reading, '2023-05-04', [1, 3])).toEqual([]);
  expect(readingProblems({ ...reading, entry: 2 }, '2023-05-04', [1, 3])).toMatchObject([{ column: 'entry' }]);
  expect(readingProblems(reading, '2023-05-04', [])[0]?.reason.zh).toBe('走访 5 没有写日记');
  expect(readingProblems(reading, '2023-05-05', [1])).toMatchObject([{ column: 'read_on' }]);
});
