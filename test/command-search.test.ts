import { expect, test } from 'vitest';
import { everyCommand, foundCommands } from '../src/menu/command-search.ts';
import { PROGRAM } from '../src/program.ts';

const all = await everyCommand(PROGRAM, 'zh');
const found = (typed: string) => foundCommands(all, typed).map(({ value }) => value);

test.each([
  ['纠纷 查看', 'dispute show'],
  ['纠纷查看', 'dispute show'],
  ['调解', 'dispute mediate'],
  ['纠纷调解', 'dispute mediate'],
  ['机构', 'unit list'],
  ['机构 导入', 'unit import'],
  ['结对', 'pair list'],
  ['包户', 'assignment list'],
  ['结对新增', 'pair add'],
  ['结对 新增', 'pair add'],
  ['待办', 'todo'],
  ['dispute mediate', 'dispute mediate'],
  ['handdown', 'dispute hand-down'],
])('%s finds %s first', (typed, command) => expect(found(typed)[0]).toBe(command));

test('every command is the first for its name, with the space and without it', () => {
  const names = all.map(({ name }) => name.split(/ (?=[a-z])/)[0] ?? '').filter(Boolean);
  const missed = all.filter(({ value }, i) =>
    [names[i] ?? '', (names[i] ?? '').replaceAll(' ', ''), value].some(name => found(name)[0] !== value),
  );
  expect(missed.map(({ name }) => name)).toEqual([]);
});

test('words for the counter and words of the summary still find commands', () => {
  expect(found('占地')).toEqual(['dispute register']);
  expect(found('征地拆迁').length).toBeGreaterThan(0);
  expect(found('没有这种命令')).toEqual([]);
});

test('what the menu says of a command names options in Chinese', () => {
  expect(all.filter(({ name }) => /--[a-z]/.test(name)).map(({ name }) => name)).toEqual([]);
  expect(all.some(({ name }) => /--\p{Script=Han}/u.test(name))).toBe(true);
});
