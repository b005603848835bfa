import { expect, test } from 'vitest';
import { tasksOn } from '../src/menu/tasks.ts';
import { run } from './support/run.ts';

test.each([
  ['2024-01-05', '2024-01', '2023-12'],
  ['2023-12-31', '2023-12', '2023-11'],
] as const)('on %s the reports are of %s, or of the month before', (today, month, before) => {
  const reports = tasksOn(today, '150722100', 'zh').find(({ name }) => name.zh === '本月报表')?.tasks ?? [];
  const last = reports.find(({ name }) => name.zh === `上月（${before}）报表`)?.tasks ?? [];
  expect(reports[0]?.words).toEqual(['report', 'coverage', '--month', month, '--unit', '150722100']);
  expect(last[0]?.words).toEqual(['report', 'coverage', '--month', before, '--unit', '150722100']);
  expect(last.at(-1)?.words).toContain(`月报${before}`);
});

test.each([
  ['隐私', '个人信息 报告'],
  ['导出包', '交换 导出'],
  ['数据包', '交换 导入'],
])('%s leads to %s', async (word, command) => {
  const { code, stderr } = await run([word, '报告'], { env: { TIAOCHU_LANG: 'zh' } });
  expect(code).toBe(2);
  expect(stderr).toContain(`tiaochu ${command}`);
});
