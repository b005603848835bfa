import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allParams } from '../src/cli/all-params.ts';
import type { Command } from '../src/cli/command.ts';
import { described, nameOf } from '../src/cli/param.ts';
import { readArgv } from '../src/cli/tree.ts';
import { EVERYDAY_COMMANDS, everydayCategories } from '../src/cli/words/everyday-words.ts';
import { exampleOf } from '../src/cli/words/example.ts';
import { spoken } from '../src/cli/words/in-chinese.ts';
import { chineseName, OPTION_NAMES } from '../src/cli/words/option-names.ts';
import { shownTerm } from '../src/cli/words/shown-terms.ts';
import { AREAS } from '../src/program.ts';
import { smallLedger } from './support/ledger.ts';
import { worldOf } from './support/run.ts';
import { FILES, textOf } from './support/source.ts';

interface Listed {
  readonly path: string;
  readonly command: Command;
}

const HAN = /\p{Script=Han}/u;
const listed: readonly Listed[] = (
  await Promise.all(
    AREAS.map(async area =>
      (await area.load()).map(command => ({ path: area.solo ? area.name : `${area.name} ${command.name}`, command })),
    ),
  )
).flat();
const commandsPage = new URL('../docs/commands.md', import.meta.url);
const page = existsSync(commandsPage) ? readFileSync(commandsPage, 'utf8') : '';

test('there are commands, each under one name', () => {
  expect(listed.length).toBeGreaterThan(40);
  expect(new Set(listed.map(({ path }) => path)).size).toBe(listed.length);
});

test('areas have one Chinese name each', () => {
  for (const { name, zh } of AREAS) expect(zh, name).toMatch(HAN);
  expect(new Set(AREAS.map(({ zh }) => zh)).size).toBe(AREAS.length);
});

test('the verbs of an area have different Chinese names', async () => {
  for (const area of AREAS) {
    const names = (await area.load()).map(({ zh }) => zh);
    expect(new Set(names).size, area.name).toBe(names.length);
  }
});

test.each(listed)(
  '$path has a Chinese name, a summary in both languages and an example of itself',
  ({ path, command }) => {
    expect(command.zh).toMatch(HAN);
    expect(command.summary.zh).toMatch(HAN);
    expect(command.summary.en).not.toMatch(HAN);
    expect(command.summary.en.length).toBeGreaterThan(5);
    expect(`${command.example} `.startsWith(`${path} `), command.example).toBe(true);
  },
);

test.each(listed)(
  '$path has a Chinese name for each of its options, and what stands for a value is in Chinese',
  ({ command }) => {
    const options = Object.values(allParams(command)).filter(({ kind }) => kind !== 'argument');
    const names = options.map(param => chineseName(param.term) ?? nameOf(param));
    for (const name of names) expect(name).toMatch(/^\p{Script=Han}+$/u);
    expect(new Set(names).size, names.join(' ')).toBe(names.length);
    for (const { term } of Object.values(allParams(command)))
      if (!term.includes('|')) expect(shownTerm(term, 'zh').replace(/^--[a-z-]+/, '')).not.toMatch(/[a-z]/);
  },
);

/** What offices call by its English name. */
const FOREIGN =
  /CSV|Excel|WPS|Word|GBK|xlsx|docx|html|csv|json|markdown|\.md|\.txt|utf-8|utf-16|gb18030|UTF-8|GB18030|\$TIAOCHU_[A-Z]+|tiaochu\.db|backups|PostgreSQL|Parquet|DuckDB|\.pgpass|age-keygen|age1|Tab|bash|zsh|fish|powershell|demo\/ledger\.db|--help|tiaochu /g;

test.each(listed)('$path has no English word in its Chinese help', ({ path, command }) => {
  const texts = [command.summary, ...Object.values(allParams(command)).map(described)];
  const said = texts.map(text => spoken(text, 'zh').replace(FOREIGN, ''));
  if (path !== 'config set') for (const text of said) expect(text).not.toMatch(/[a-z]{2}/);
});

test.each(listed)('$path has an example whose words, options and closed lists are in Chinese', ({ command }) => {
  const example = exampleOf(command, allParams(command), 'zh');
  expect(example).not.toMatch(/--[a-z]/);
  expect(example).toMatch(/^\p{Script=Han}/u);
});

test('everyday words lead to commands that there are', () => {
  const paths = listed.map(({ path }) => path);
  const areas = AREAS.map(({ name }) => name);
  expect(EVERYDAY_COMMANDS.filter(command => ![...paths, ...areas].includes(command))).toEqual([]);
});

test('everyday words lead to categories that there are', async () => {
  const ledger = await smallLedger();
  try {
    for (const kind of ['dispute', 'petition'] as const) {
      const codes = (await ledger.json(kind, 'categories')).map(({ code }) => code);
      expect(everydayCategories(kind).filter(code => !codes.includes(code))).toEqual([]);
    }
  } finally {
    ledger.remove();
  }
});

test('a Chinese name of an option is of an option that there is', () => {
  const known = new Set(
    listed.flatMap(({ command }) => Object.values(allParams(command)).flatMap(param => [nameOf(param), param.term])),
  );
  expect(Object.keys(OPTION_NAMES).filter(name => !known.has(`--${name}`))).toEqual([]);
});

test.each(listed)('$path explains every option in both languages', ({ command }) => {
  for (const { term, summary } of Object.values(allParams(command))) {
    expect(summary.zh, term).toMatch(HAN);
    expect(summary.en, term).not.toMatch(HAN);
    expect(summary.en, term).toMatch(/\w/);
  }
});

test.each(listed)('the example of $path is understood', async ({ path, command }) => {
  const argv = [...command.example.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '');
  const reading = await readArgv({ world: worldOf(argv), lang: 'en', asJson: false, proven: new Set<string>() }, AREAS);
  expect('call' in reading && reading.call.path).toBe(path);
});

test('every command has its heading in docs/commands.md', () => {
  const headings = page.split('\n').filter(line => line.startsWith('### tiaochu '));
  const named = headings.map(line =>
    line
      .slice('### tiaochu '.length)
      .replace(/\s*[(·—(`].*$/, '')
      .trim(),
  );
  expect(listed.map(({ path }) => path).filter(path => !named.includes(path))).toEqual([]);
});

test('docs/commands.md names no command that is gone', () => {
  const known = new Set(listed.map(({ path }) => path));
  const headings = [...page.matchAll(/^### tiaochu ([a-z-]+(?: [a-z-]+)*)/gm)].map(match => match[1] ?? '');
  expect(headings.filter(path => !known.has(path))).toEqual([]);
});

/** The commands in the code blocks of the guides and in their running text, without comments and outputs. */
function commandsIn(guide: string): string[] {
  const text = readFileSync(new URL(`../${guide}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```\w+\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`(tiaochu [^`<]+)`/g)].map(
    match => match[1] ?? '',
  );
  return [...blocks, ...inline]
    .filter(line => /^(\$ )?tiaochu /.test(line))
    .map(line => line.replace(/^(\$ )?tiaochu /, '').replace(/\s+#.*$/, ''));
}

const guided = ['README.md', 'README.zh.md'].flatMap(guide => commandsIn(guide).map(line => ({ guide, line })));

test.each(guided)('$guide: tiaochu $line', async ({ line }) => {
  const argv = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '');
  const reading = await readArgv({ world: worldOf(argv), lang: 'en', asJson: false, proven: new Set<string>() }, AREAS);
  expect('call' in reading && reading.call.path).toBeTruthy();
});

test('the guides have at most 120 lines, and their commands work in PowerShell', () => {
  expect(guided.length).toBeGreaterThan(40);
  for (const guide of ['README.md', 'README.zh.md']) {
    const text = readFileSync(new URL(`../${guide}`, import.meta.url), 'utf8');
    expect(text.split('\n').length - 1, guide).toBeLessThanOrEqual(120);
    expect(text).not.toMatch(/\bexport |\$\(|^[A-Z_]+=\S+ |\w > \w/m);
  }
});

test('the comments cite items that docs/article.md has', () => {
  const article = readFileSync(new URL('../docs/article.md', import.meta.url), 'utf8');
  const cited = FILES.flatMap(file => [...textOf(file).matchAll(/\bS-\d\d\b/g)].map(([item]) => ({ file, item })));
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.filter(({ item }) => !article.includes(`| ${item} |`))).toEqual([]);
});
