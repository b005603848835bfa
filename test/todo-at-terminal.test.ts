import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyFolder, FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

const ZH = { TIAOCHU_LANG: 'zh' };
let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

/** The menu, with answers one after the other. */
const menu = (answers: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  ledger.run([], { env: { ...ZH, TIAOCHU_LEDGER: ledger.path, ...env }, answers });

test('a line of the to-do list says what it is about, as the list does', async () => {
  const need = [
    '--code',
    'X1',
    '--household-code',
    `${FIRST}010001`,
    '--category',
    'production',
    '--content',
    '修水渠',
  ];
  await ledger.done('need', 'add', '--raised-on', '2023-12-30', ...need);
  const { stderr } = await ledger.run(['do', '1', '--unit', FIRST], { env: ZH, answers: ['⎋'] });
  expect(stderr).toMatch(/^X1 .+：修水渠/m);
});

test('a visit that is due is named by head, village and place, not by its code alone', async () => {
  const { stdout } = await ledger.run(['do', '1', '--unit', FIRST, '--format', 'csv'], { env: ZH });
  expect(stdout).toMatch(/^沃\*\* 西博荣村 1组1号 150722100200010001：/m);
});

test('the count of the list and that of a line that is not there agree', async () => {
  const listed = await ledger.run(['todo'], { env: ZH });
  const [, lines] = /合为 (\d+) 行/.exec(`${listed.stdout}${listed.stderr}`) ?? [];
  const { stderr } = await ledger.run(['do', '99'], { env: ZH });
  expect(stderr).toContain(`共 ${lines} 行`);
});

test('what a line came to is read before the list comes again; a form that is given up leads back at once', async () => {
  const { stderr } = await menu(['1', '99', '⏎', '1', '⎋', '', 'back']);
  expect(stderr).toMatch(/没有第 99 行[\s\S]*看完按回车，回到待办清单/);
  expect(stderr.match(/看完按回车/g)).toHaveLength(1);
});

test('an empty list asks for no line', async () => {
  ledger.remove();
  ledger = emptyFolder();
  await ledger.done('init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗');
  const { stderr } = await menu(['1', '⏎', 'back']);
  expect(stderr).toContain('没有待办事项');
  expect(stderr).not.toContain('办第几行');
});
