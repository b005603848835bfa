import { describe, expect, test } from 'vitest';
import { would } from '../src/cli/would.ts';
import { MOVES as DISPUTE_MOVES } from '../src/disputes/transitions.ts';
import { MOVES as PETITION_MOVES } from '../src/petitions/transitions.ts';
import { AREAS } from '../src/program.ts';
import { demoBanner } from './support/banner.ts';
import { run } from './support/run.ts';

const { ledger } = demoBanner();

/** What says that something was done. */
const DONE = {
  zh: /已(登记|新增|修改|撤销|更正|移除|增加|确认|停用|指派|受理|办结|阅示|冻结|结束|邀请|移交|并入)/,
  en: /^(Added|Changed|Registered|Lodged|Entered|Withdrew|Confirmed|Created|Undid)\b|(?<!would be) (registered|entered|withdrawn|corrected)\b/,
} as const;
const WOULD = { zh: /将|试运行/, en: /would|dry run/i } as const;

describe('a dry run', () => {
  test('of any writing command whose example works on the demo says what would be done, and not that it was', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const area of AREAS)
      for (const { access, example, name } of await area.load()) {
        // Imports are tables with 试运行 in their title.
        if (access !== 'write' || name === 'import') continue;
        const argv = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '');
        for (const lang of ['zh', 'en'] as const) {
          const line = [...argv, '--dry-run', '--yes', '--ledger', ledger];
          const { code, stdout } = await run(line, { env: { TIAOCHU_LANG: lang } });
          const [first = ''] = stdout.split('\n');
          if (code !== 0) continue;
          tried++;
          const isTable = /┌|^\S+\n {2}/.test(stdout.slice(0, 200)) || first === '';
          const isUnchanged = /未作修改|nothing changed/.test(first);
          if (DONE[lang].test(first) || !(isTable || isUnchanged || WOULD[lang].test(first)))
            wrong.push(`${example}: ${first}`);
        }
      }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(150);
  }, 240_000);

  test('says of every move what it would be', () => {
    for (const { done } of Object.values({ ...DISPUTE_MOVES, ...PETITION_MOVES })) {
      const [line] = would([{ zh: `1-2023-1 ${done.zh}：办理中`, en: `1-2023-1 would be ${done.en}: accepted` }]);
      expect(line?.en).toBe(`1-2023-1 would be ${done.en}: accepted`);
    }
  });
});

describe('the words of a dry run', () => {
  const said = (zh: string, en: string) => {
    const [line] = would([{ zh, en }]);
    return [line?.zh, line?.en];
  };

  test('put the verb into what may be', () => {
    expect(said('已登记 1-2023-1', 'Registered 1-2023-1')).toEqual(['将登记 1-2023-1', 'Would register 1-2023-1']);
    expect(said('P01 自 2024-01-01 起停用', 'P01 is closed from 2024-01-01 on')).toEqual([
      'P01 将自 2024-01-01 起停用',
      'P01 would be closed from 2024-01-01 on',
    ]);
    expect(said('走访 1 已更正', 'Visit 1 corrected')).toEqual(['走访 1 将更正', 'Visit 1 would be corrected']);
  });

  test('leave alone what changes nothing, and commands', () => {
    const nothing = said('N 与现有内容一致，未作修改', 'N already has these values; nothing changed');
    expect(nothing).toEqual(['N 与现有内容一致，未作修改', 'N already has these values; nothing changed']);
    const [, hint] = would([
      { zh: '已登记', en: 'Registered' },
      { zh: '已登记的用 tiaochu dispute merge', en: 'merge what is registered: tiaochu dispute merge' },
    ]);
    expect(hint?.en).toBe('merge what is registered: tiaochu dispute merge');
  });

  test('say so where a sentence has no such verb', () => {
    expect(said('尼尔基镇：化解率 为 85', 'Nierji: settlement 85')).toEqual([
      '将执行：尼尔基镇：化解率 为 85',
      'Would be done: Nierji: settlement 85',
    ]);
  });
});
