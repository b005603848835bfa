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
  /^tiaochu |^ledger-\d|^(tester|mediation|petition|revitalisation|unity|publicity|law|governance|discipline|ordinary|hardship|solitary)$|^(dispute|petition|ordinary|hardship|elderly|rural|ethnic|policy|laws|grass-roots|discipline|need|report|meeting|guidance-problem) /;

describe('Chinese', () => {
  const lines = saidIn('zh');

  test('has no English words in its tables', () => {
    const cells = lines.flatMap(cellsOf).filter(cell => /^[a-z][a-z_]+\b(?![./])/.test(cell) && !SAME.test(cell));
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

/** What is written in quotes but is no message: migrations keep what they once wrote, the demo invents, a rule's own syntax. */
const NOT_MESSAGES = /^(demo|ledger\/migrations)\/|scoring-rule\.ts$/;
/** Keys, former names of commands, and headers of files, whose brackets are made half-width before they are compared. */
const NAME = /^[a-z_]+$|^(换码|未包|撤回)$|^\p{Script=Han}+\(\p{Script=Han}+\)$/u;
const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]{3}/;

/** Every text in quotes with its place; the parts of a template one by one. */
const QUOTED = FILES.filter(file => !NOT_MESSAGES.test(file)).flatMap(file => {
  const text = textOf(file);
  return segmentsOf(text)
    .filter(({ kind, text: quoted }) => kind === 'string' && !NAME.test(quoted))
    .map(({ text: quoted, at }) => ({ quoted, place: `${file}:${text.slice(0, at).split('\n').length}` }));
});

test.each([
  ['zh', (text: string) => HAN.test(text)],
  ['en', (text: string) => !HAN.test(text) && LATIN.test(text)],
] as const)('messages in %s use the words of the glossary', (language, isIn) => {
  const found = QUOTED.filter(({ quoted }) => isIn(quoted)).flatMap(({ quoted, place }) =>
    BANNED[language]
      .filter(({ pattern }) => pattern.test(quoted))
      .map(({ instead }) => `${place} “${quoted.trim().slice(0, 60)}”: ${instead}`),
  );
  expect(found).toEqual([]);
});
