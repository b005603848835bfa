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
