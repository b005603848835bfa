import { expect, test } from 'vitest';
import { run } from './support/run.ts';

test.each([['nosuch'], ['unit', 'nosuch']])('help for an unknown command is a usage error: %s %s', async (...words) => {
  for (const help of ['help', '帮助']) {
    const { code, stdout, stderr } = await run([help, ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('unknown command nosuch');
  }
});

test.each([[], ['unit'], ['unit', 'list'], ['dispute', 'party', 'add'], ['dispute', '--lang', 'zh']])(
  'help for a known command is its help: %s %s %s',
  async (...words) => {
    const { code, stdout, stderr } = await run(['help', ...words]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^(Usage|用法|Example:\n.*\n\nUsage)/);
  },
);

test('a group of commands is described in the language of the help', async () => {
  const env = { TIAOCHU_LANG: 'zh' };
  expect((await run(['help', 'dispute'], { env })).stdout).toMatch(/当事人 party +\p{Script=Han}/u);
  expect((await run(['help', 'dispute'])).stdout).toMatch(/party 当事人 +\w/);
});

test.each([
  ['--lang', 'zh', 'meeting'],
  ['--lang', 'zh', 'meeting', 'item'],
  ['meeting', 'item', '--lang', 'zh'],
])('a group of commands without any of them is its help, wherever the language is said: %s %s %s', async (...words) => {
  const { stdout, stderr } = await run(words);
  expect(stdout + stderr).toMatch(/^用法：tiaochu (meeting|调度)/);
});

test('an option that lacks its value at the end does not find one in what stood before the command', async () => {
  const { code, stderr } = await run(['--lang', 'en', 'dispute', 'register', '--unit']);
  expect(code).toBe(2);
  expect(stderr).toBe('error: option --unit <code> needs a value\nhint: See tiaochu dispute register --help\n');
});

test('an option of which only the beginning was typed leads to those that begin so', async () => {
  const { stderr } = await run(['visit', 'add', '--household', '3']);
  expect(stderr).toContain('Did you mean --household-code?');
});
