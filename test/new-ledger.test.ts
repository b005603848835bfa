import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyFolder, FIRST, type SmallLedger } from './support/ledger.ts';

/* A ledger that was just made, on a terminal: what it lacks is said before anything is asked, and its forms follow one another. */

const ZH = { TIAOCHU_LANG: 'zh' };
const [CADRE_1, CADRE_2, HOUSEHOLD] = [`${FIRST}-C01`, `${FIRST}-C02`, `${FIRST}010001`];

let ledger: SmallLedger;

beforeEach(async () => {
  ledger = emptyFolder();
  await ledger.done('init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗');
});
afterEach(() => ledger.remove());

const count = (table: string) => ledger.direct(db => db.prepare(`select count(*) from ${table}`).pluck().get());
/** Everything up to the pair. */
const withTeam = async (from = '2023-05-01') => {
  await ledger.done('unit', 'add', '--code', '150722100', '--name', '尼尔基镇', '--level', 'township', '--on', from);
  await ledger.done('unit', 'add', '--code', FIRST, '--name', '西博荣村', '--level', 'village', '--on', from);
  for (const [code, name] of [
    [CADRE_1, '敖玉兰'],
    [CADRE_2, '郭海山'],
  ])
    await ledger.done('cadre', 'add', '--code', code ?? '', '--name', name ?? '', '--unit-code', FIRST, '--on', from);
  const pair = ['--cadre-a', CADRE_1, '--cadre-b', CADRE_2, '--on', from];
  await ledger.done('pair', 'add', '--code', `${FIRST}-P01`, '--unit-code', FIRST, ...pair);
};

describe('a visit in a new ledger', () => {
  test('says at once all that is missing, in order, with the commands', async () => {
    const { code, stderr } = await ledger.run(['visit', 'add'], { env: ZH, answers: ['no'] });
    expect(code).toBe(130);
    const said = ['机构 新增', '干部 新增', '结对 新增', '户 新增', '包户 新增'].map(name => stderr.indexOf(name));
    expect(said.every((at, i) => at > (said[i - 1] ?? 0))).toBe(true);
    expect(stderr).toContain('现在填写机构');
    expect(stderr).not.toContain('户编号');
  });

  test('opens the forms of what is missing, which hold from the day that was asked for once, and goes on with the visit', async () => {
    await withTeam('2023-05-01');
    const answers = [
      ...['yes', '2023-05-01'],
      ...[HOUSEHOLD, FIRST, '敖其其格', 'save'],
      ...['yes', HOUSEHOLD, 'P01', CADRE_1, 'save'],
      ...['⎋'],
    ];
    const { stderr } = await ledger.run(['visit', 'add', '--visited-on', '2023-06-01'], { env: ZH, answers });
    expect(count('assignment'), stderr).toBe(1);
    expect(ledger.direct(db => db.prepare('select from_on from household_term').pluck().get())).toBe('2023-05-01');
    expect(ledger.direct(db => db.prepare('select from_on from assignment').pluck().get())).toBe('2023-05-01');
    expect(stderr).toContain('登记一次走访');
  });

  test('on a day before the records hold names the first day that can be entered', async () => {
    await withTeam('2023-05-01');
    const { code, stderr } = await ledger.run(['visit', 'add', '--visited-on', '2023-04-01'], { env: ZH, answers: [] });
    expect(code).toBe(4);
    expect(stderr).toContain('自 2023-05-01 起才有');
    expect(stderr).toContain('走访日期请写 2023-05-01 或以后');
  });

  test('is led to from the menu', async () => {
    const env = { ...ZH, TIAOCHU_LEDGER: ledger.path };
    const answers = ['setup', 'no', 'back'];
    const { stderr } = await ledger.run([], { env, answers });
    expect(stderr).toContain('现在填写机构');
  });
});

test('what is added before there are visits says from when it holds', async () => {
  const { stderr } = await ledger.run(
    ['unit', 'add', '--code', '150722100', '--name', '尼尔基镇', '--level', 'township'],
    { env: ZH, answers: [] },
  );
  expect(stderr).toContain('生效日期默认今天（2023-12-31）');
});

test('a form with nothing to choose from names the command that adds it', async () => {
  const { code, stderr } = await ledger.run(['handover'], { env: ZH, answers: [] });
  expect(code).toBe(3);
  expect(stderr).toContain('先用 tiaochu 干部 新增 登记');
});
