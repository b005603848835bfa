import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BANNED } from './support/banned-words.ts';
import { segmentsOf } from './support/scan.ts';
import { FILES, textOf } from './support/source.ts';

const FOLDER = new URL('transcripts/', import.meta.url);

/** What the program said in the transcripts, line by line: the commands and the files that they read are left out. */
function saidIn(language: 'zh' | 'en'): string[] {
  return readdirSync(FOLDER)
    .filter(name => name.startsWith('zh-') === (language === 'zh'))
    .flatMap(name => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      return text.replaceAll(/^\$ (write|cat) [\s\S]*?^(\.|\[end\])$/gm, '').split('\n');
    })
    .filter(line => !/^(\$ |# |< |\[exit)/.test(line));
}

const cellsOf = (line: string) => (line.startsWith('│') ? line.split('│').map(cell => cell.trim()) : []);
/** Commands, codes and names that are the same in both languages. */
const SAME =
  /^tiaochu |^(tester|mediation|petition|revitalisation|unity|publicity|law|governance|discipline)$|^(dispute|petition|rural|ethnic|policy|laws|grass-roots|discipline) /;

describe('Chinese', () => {
  const lines = saidIn('zh');

  test('has no English words in its tables', () => {
    const cells = lines.flatMap(cellsOf).filter(cell => /^[a-z][a-z_]+\b(?!\.)/.test(cell) && !SAME.test(cell));
    expect([...new Set(cells)]).toEqual([]);
  });

  test('has no English sentences', () => {
    expect(
      lines.filter(line => /\b[a-z]+ [a-z]+ [a-z]+\b/.test(line) && !/tiaochu|领域|regulations/.test(line)),
    ).toEqual([]);
  });

  test('does not say twice what a value is', () => {
    const twice = lines.filter(line => /(走访日期|方式|工作领域|代访|记录人|户编号)「[^」]*」\1/.test(line));
    expect(twice).toEqual([]);
  });
});

describe('English', () => {
  const lines = saidIn('en');

  test('counts one thing in the singular', () => {
    const nouns =
      'rows|units|pairs|assignments|times|records|changes|cadres|households|visits|findings|townships|villages';
    const found = lines.flatMap(line => line.match(new RegExp(`(?<![\\d-])\\b1 (${nouns})\\b`, 'g')) ?? []);
    expect([...new Set(found)]).toEqual([]);
  });

  test('has the article that fits', () => {
    expect(lines.filter(line => /\ba [aeio]\w/.test(line))).toEqual([]);
  });
});

test('no one is told about days before the beginning or after the end', () => {
  const bounds = [...saidIn('zh'), ...saidIn('en')].filter(line => /0001-01-01|9999-12-31/.test(line));
  expect(bounds).toEqual([]);
});

/** Every text in quotes in src with its place, the parts of a template one by one; migrations keep what they once wrote. */
const QUOTED = FILES.filter(file => !/^(demo|ledger\/migrations)\//.test(file)).flatMap(file => {
  const text = textOf(file);
  return segmentsOf(text)
    .filter(({ kind }) => kind === 'string')
    .map(({ text: quoted, at }) => ({ quoted, place: `${file}:${text.slice(0, at).split('\n').length}` }));
});
const HAN = /\p{Script=Han}/u;

/** Texts that are compared with what people wrote, in half-width punctuation on both sides, a column's key, and names in English texts. */
const EXEMPT = new RegExp(
  [
    '^assessment/scheme/scoring-rule\\.ts|“(政策\\(项目\\)|金额\\(元\\)|涉及金额\\(元\\)|mend|户次\\))”',
    '“tiaochu \\(调处\\): the ledger',
  ].join('|'),
);

describe.each(['zh', 'en'] as const)('the words of the glossary in %s', language => {
  const own = (text: string) => HAN.test(text) === (language === 'zh');
  test('are used in every message of the program', () => {
    const found = QUOTED.filter(({ quoted }) => own(quoted)).flatMap(({ quoted, place }) =>
      BANNED[language]
        .filter(({ pattern }) => pattern.test(quoted))
        .map(({ instead }) => `${place} “${quoted.trim().slice(0, 60)}”: ${instead}`),
    );
    expect(found.filter(text => !EXEMPT.test(text))).toEqual([]);
  });
});
