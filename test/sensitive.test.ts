import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChilds, isSensitive } from '../src/kernel/sensitive.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

describe('what is sensitive', () => {
  test.each([
    '老人住院，医药费没有着落',
    '丈夫长期殴打妻子',
    '留守儿童无人照看',
    '孩子才 9 岁',
    '孩子 13周岁',
    '孙子十二岁',
    '医疗纠纷',
  ])('%s', text => expect(isSensitive(text)).toBe(true));

  test.each(['院墙滴水，雨水流进菜窖', '欠款 9 万元', '今年 35 岁', '年满十四岁', '老人七十岁', '第 13 组'])(
    'not: %s',
    text => expect(isSensitive(text)).toBe(false),
  );

  test('the identity number of whoever is younger than fourteen', () => {
    expect(isChilds('150722201001010011', '2023-12-31')).toBe(true);
    expect(isChilds('150722201001010011', '2024-01-01')).toBe(false);
    expect(isChilds('', '2024-01-01')).toBe(false);
  });
});

describe('a look with a reason', () => {
  let ledger: SmallLedger;
  beforeAll(async () => {
    ledger = await smallLedger();
    const register = (facts: string, name: string) =>
      ledger.done(
        ...['dispute', 'register', '--unit', FIRST, '--on', '2023-06-01', '--grade', 'simple', '--category', '01'],
        ...[
          '--title',
          '家庭纠纷',
          '--facts',
          facts,
          '--applicant',
          `name=${name},phone=13911112222`,
          '--respondent',
          '沃建国',
          '--yes',
        ],
      );
    await register('欧阳长河反映赡养费没有着落', '欧阳长河');
    await register('司徒望月反映丈夫长期殴打她', '司徒望月');
  }, 60_000);
  afterAll(() => ledger.remove());

  test.each(['table', 'json', 'html', 'markdown'])(
    'shows names, but none of a case about violence: %s',
    async format => {
      const open = await ledger.done('dispute', 'show', '1', '--reveal', '核对', '--format', format);
      expect(open).toContain('欧阳长河');
      const { stdout, stderr } = await ledger.run(['dispute', 'show', '2', '--reveal', '核对', '--format', format]);
      expect(stdout + stderr).not.toContain('司徒望月');
      expect(stdout + stderr).not.toContain('13911112222');
      expect(stdout + stderr).toContain('--reveal-sensitive');
    },
  );

  test('shows staff with their posts, which are said of nobody who is helped', async () => {
    const given = ['--name', '郭长河', '--organ', '旗医疗保障局', '--duty', '幼儿园园长', '--unit-code', FIRST];
    await ledger.done('cadre', 'add', '--code', `${FIRST}-C99`, ...given);
    const shown = await ledger.json('cadre', 'list', '--unit', FIRST, '--reveal', '核对');
    expect(shown).toContainEqual(expect.objectContaining({ name: '郭长河', organ: '旗医疗保障局' }));
  });

  test('shows all of it with the second switch, which the journal tells apart', async () => {
    const all = await ledger.done('dispute', 'show', '2', '--reveal-sensitive', '出具人身安全保护令材料');
    expect(all).toContain('司徒望月');
    const [entry] = await ledger.json('log', '--last', '1');
    expect(entry).toMatchObject({ command: 'dispute show', reason: '出具人身安全保护令材料' });
    expect(String(entry?.counts)).toContain('sensitive 1');
  });
});
