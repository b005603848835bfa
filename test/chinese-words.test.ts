import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArgv } from '../src/cli/tree.ts';
import { commandWords } from '../src/cli/words/command-words.ts';
import { inChinese } from '../src/cli/words/in-chinese.ts';
import { AREAS } from '../src/program.ts';
import { worldOf } from './support/run.ts';

describe('commands and options in Chinese messages', () => {
  test.each([
    ['用 tiaochu unit list 查看', '用 tiaochu 机构 列表 查看'],
    ['缺少 --unit：登记单位', '缺少 --单位：登记单位'],
    ['tiaochu dispute party add 12 --role applicant', 'tiaochu 纠纷 当事人 增加 12 --身份 applicant'],
    ['tiaochu me 单位 姓名', 'tiaochu 本人 单位 姓名'],
    ['没有选项「--unit」', '没有选项「--unit」'],
    ['node bin/tiaochu.js unit tree --ledger x', 'node bin/tiaochu.js 机构 树 --台账 x'],
    ['用 tiaochu nosuch list 查看', '用 tiaochu nosuch list 查看'],
    ['tiaochu.db 和 tiaochu import.csv', 'tiaochu.db 和 tiaochu import.csv'],
    ['「--unit」是另一个选项；写成 --title=--unit', '「--unit」是另一个选项；写成 --标题=--单位'],
  ])('%s', (said, chinese) => expect(inChinese(said)).toBe(chinese));

  const folder = new URL('transcripts/', import.meta.url);
  const said = readdirSync(folder)
    .filter(name => name.startsWith('zh-'))
    .flatMap(name => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter(line => line.startsWith('提示：'));
  const lines = [...new Set(said.flatMap(line => line.match(/tiaochu \p{Script=Han}+ \p{Script=Han}+(?= )/gu) ?? []))];

  test('there are hints that name commands', () => expect(lines.length).toBeGreaterThan(40));

  test.each(lines)('%s is a command', async line => {
    const argv = [...line.split(' ').slice(1), '--help'];
    const reading = await readArgv(
      { world: worldOf(argv), lang: 'zh', asJson: false, proven: new Set<string>() },
      AREAS,
    );
    expect('help' in reading && reading.asked).toBe(true);
  });
});

/** Errors and hints in the Chinese transcripts, each with the command line that was run. */
function saidOf(text: string): { readonly line: string; readonly ran: string }[] {
  let ran = '';
  return text.split('\n').flatMap(line => {
    if (line.startsWith('$ ')) ran = line.slice(2).replace(/^(?:\S+=\S* )*/, '');
    return /^(?:错误|提示)：/.test(line) ? [{ line: line.replace(/「[^」]*」/g, ''), ran }] : [];
  });
}

/** The options that a line names, each with the words of the command that it names before them, or else of the one that was run. */
function optionsOf({ line, ran }: { readonly line: string; readonly ran: string }) {
  return [...line.matchAll(/--\p{Script=Han}+/gu)].map(({ 0: option, index }) => {
    const named = [...line.slice(0, index).matchAll(/tiaochu ((?:\p{Script=Han}+ ?)+)[^，。；、：]*$/gu)].at(-1)?.[1];
    const command = named ?? ran.replace(/^tiaochu /, '');
    return { option, command: command.trim() };
  });
}

describe('options in Chinese errors and hints are those of the command', () => {
  const folder = new URL('transcripts/', import.meta.url);
  const files = readdirSync(folder).filter(name => name.startsWith('zh-'));
  const all = files.flatMap(name => saidOf(readFileSync(new URL(name, folder), 'utf8')).flatMap(optionsOf));
  const cases = [...new Map(all.map(each => [`${each.option} ${each.command}`, each])).values()];

  test('there are many', () => expect(cases.length).toBeGreaterThan(50));

  test('each can be typed', async () => {
    const unknown: string[] = [];
    for (const { option, command } of cases) {
      const words = command.split(' ').filter(word => !word.startsWith('-'));
      const { words: read } = await commandWords([...words, `${option}=x`], AREAS);
      if (read.at(-1)?.startsWith(option)) unknown.push(`${option}: ${command}`);
    }
    expect(unknown).toEqual([]);
  });
});
