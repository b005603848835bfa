import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TOPICS } from '../src/cli/topics/topics.ts';
import { smallLedger } from './support/ledger.ts';
import { run } from './support/run.ts';
import { codeOf, FILES } from './support/source.ts';

const env = (lang: string) => ({ env: { TIAOCHU_LANG: lang } });
const termIn = (term: (typeof TOPICS)[number]['entries'][number][0], lang: 'zh' | 'en') =>
  typeof term === 'string' ? term : term[lang];

describe('topics of the help', () => {
  test.each(TOPICS)('$name is explained under both of its names, no line wider than the terminal', async topic => {
    const zh = await run(['帮助', topic.zh], { ...env('zh'), columns: 80 });
    const en = await run(['help', topic.name], { ...env('en'), columns: 80 });
    expect([zh.code, en.code, zh.stderr, en.stderr]).toEqual([0, 0, '', '']);
    expect(zh.stdout.split('\n').length).toBeGreaterThan(topic.entries.length + 1);
    expect(zh.stdout).not.toMatch(/--[a-z]/);
    expect(en.stdout).not.toMatch(/\p{Script=Han}/u);
  });

  test('the help names them', async () => {
    const { stdout } = await run(['--help'], env('en'));
    expect(stdout).toContain(`tiaochu help ${TOPICS.map(({ name }) => name).join('|')}`);
  });

  test('every variable of the environment is read by the program', () => {
    const code = FILES.map(codeOf).join('\n');
    const named = TOPICS.find(({ name }) => name === 'environment')?.entries.flatMap(([term]) =>
      termIn(term, 'en').split('、'),
    );
    expect(named?.length).toBeGreaterThan(8);
    for (const name of named ?? []) expect(code).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('every word is one of the glossary', () => {
    const glossary = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8');
    const words = TOPICS.find(({ name }) => name === 'glossary')?.entries.flatMap(([term]) =>
      termIn(term, 'zh').split('、'),
    );
    expect(words?.filter(word => !glossary.includes(word))).toEqual([]);
  });

  test('every way of naming a period is understood', async () => {
    const ledger = await smallLedger();
    for (const [term] of TOPICS.find(({ name }) => name === 'periods')?.entries ?? [])
      for (const lang of ['zh', 'en'] as const) {
        const command = termIn(term, 'en').startsWith('--on') ? ['unit', 'list'] : ['report', 'coverage'];
        const ran = await ledger.run([...command, ...termIn(term, lang).split(' ')], env(lang));
        expect(ran.code, ran.stderr).toBe(0);
      }
    ledger.remove();
  });

  test('help for an everyday word names commands', async () => {
    const { code, stdout } = await run(['帮助', '占地纠纷'], env('zh'));
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('tiaochu 纠纷 登记') });
  });
});
