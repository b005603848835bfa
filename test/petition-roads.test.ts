import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDepartment, FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
  const rows = [`D01,鄂晓光,${FIRST}`, `D02,敖玉兰,${FIRST}`, 'D03,何春花,150722100'];
  await ledger.done('agent', 'import', ledger.write('agents.csv', `code,name,unit_code\n${rows.join('\n')}\n`));
  await ledger.done(...addDepartment('2023-01-01'));
});
afterEach(() => ledger.remove());

const lodging = (who: string, kind: string, demand: string) => [
  ...['petition', 'lodge', '--unit', FIRST, '--on', '2023-06-01', '--channel', 'visit', '--category', '04'],
  ...['--petitioner', who, '--kind', kind, '--demand', demand],
];
const lodged = (who = '郭海山') => ledger.done(...lodging(who, 'claim', '养老保险补缴'));
const moved = (move: string, on: string, ...words: string[]) =>
  ledger.done('petition', move, '1', '--on', on, ...words, '--format', 'json');
/** The department accepts it and reports: what it says can be reviewed. */
const handled = async () => {
  await moved('route', '2023-06-03', '--department', 'RSJ');
  await moved('accept', '2023-06-04', '--department', 'RSJ');
  await moved('report', '2023-06-05', '--department', 'RSJ', '--answer', '已补录');
};
const REPLY = ['--outcome', 'support', '--reply', '已补缴'];

test('of an accusation not a word is in the file afterwards', async () => {
  await lodged();
  for (const kind of ['accusation', 'litigation']) {
    const { code, stderr } = await ledger.run(lodging('乌日娜', kind, '反映赛音山的问题'));
    expect([code, stderr]).toEqual([4, expect.stringContaining('nothing was stored')]);
  }
  const file = readFileSync(ledger.path);
  expect([file.includes('养老保险补缴'), file.includes('赛音山'), file.includes('乌日娜')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('who was entered as a petitioner by mistake does not keep an agent from the petition', async () => {
  await lodged('郭海山');
  await ledger.done('petition', 'party', 'add', '1', '--role', 'petitioner', '--party', '敖玉兰');
  const refused = await ledger.run(['petition', 'assign', '1', '--agent', 'D02']);
  expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining('must be recused')]);
  await ledger.done('petition', 'party', 'remove', '1', '2', '--reason', '登记有误');
  await ledger.done('petition', 'assign', '1', '--agent', 'D02');
});

test('who is suggested follows the holder: the village’s agent, and the township’s once it took over', async () => {
  const suggested = async (number: string, on: string) => {
    await ledger.done('petition', 'assign', number, '--on', on, '--take');
    const card = await ledger.done('petition', 'show', number, '--format', 'json');
    return (JSON.parse(card) as { agent: string }).agent;
  };
  await lodged('敖玉兰');
  await lodged('敖玉兰');
  await moved('escalate', '2023-06-02', '--direct', '超出村级职权');
  await moved('accept', '2023-06-03');
  expect([await suggested('2', '2023-06-04'), await suggested('1', '2023-06-04')]).toEqual(['D01', 'D03']);
});

test('an agent leaves once nothing is in hand; a review that is asked for later is no fault of the ledger', async () => {
  await lodged();
  await moved('accept', '2023-06-02');
  await moved('assign', '2023-06-02', '--agent', 'D01');
  const early = await ledger.run(['agent', 'close', '--yes', 'D01', '--on', '2023-06-10']);
  expect([early.code, early.stderr]).toEqual([4, expect.stringContaining('petition list --agent D01')]);
  await handled();
  await moved('conclude', '2023-06-05', ...REPLY);
  await moved('notice', '2023-06-06', '--how', 'in-person');
  await ledger.done('agent', 'close', '--yes', 'D01', '--on', '2023-06-10');
  await moved('review', '2023-06-20');
  expect((await ledger.run(['check'])).code).toBe(0);
});

test('an agent whose petition is under review can leave: nobody could be given it instead', async () => {
  await lodged();
  await moved('accept', '2023-06-02');
  await moved('assign', '2023-06-02', '--agent', 'D01');
  await handled();
  await moved('conclude', '2023-06-05', ...REPLY);
  await moved('notice', '2023-06-06', '--how', 'in-person');
  await moved('review', '2023-06-20');
  expect((await ledger.run(['petition', 'reassign', '1', '--agent', 'D03', '--reason', '调离'])).code).toBe(4);
  await ledger.done('agent', 'close', '--yes', 'D01', '--on', '2023-07-01');
  expect((await ledger.run(['check'])).code).toBe(0);
});

test('a department closes once nobody can report to it any more', async () => {
  await lodged();
  await moved('accept', '2023-06-02');
  await moved('route', '2023-06-02', '--department', 'RSJ', '--due', '2023-06-20');
  const early = await ledger.run(['department', 'close', '--yes', 'RSJ', '--on', '2023-07-01']);
  expect([early.code, early.stderr]).toEqual([4, expect.stringContaining(`petition report ${FIRST}-2023-P1`)]);
  await moved('conclude', '2023-06-25', ...REPLY);
  await ledger.done('department', 'close', '--yes', 'RSJ', '--on', '2023-07-01');
});

test('a department’s report ends its own task, not the day by which the unit above wants the result', async () => {
  await ledger.done(...lodging('郭海山', 'claim', '养老保险补缴').map(word => (word === FIRST ? '150722100' : word)));
  await moved('accept', '2023-06-02');
  await moved('hand-down', '2023-06-03', '--to', FIRST, '--due', '2023-07-10');
  await moved('accept', '2023-06-04');
  await moved('route', '2023-06-05', '--department', 'RSJ', '--due', '2023-06-20');
  await moved('report', '2023-06-10', '--department', 'RSJ', '--answer', '已补录');
  const running = async () => {
    const rows = await ledger.json<{ rule: string; state: string; done_on: string | null }>('petition', 'why', '1');
    return rows.filter(({ rule }) => rule === 'HANDDOWN_DUE').map(({ done_on }) => done_on);
  };
  expect(await running()).toEqual([null]);
  await moved('conclude', '2023-07-01', ...REPLY);
  expect(await running()).toEqual(['2023-07-01']);
});

test('an old ledger whose rows are taken passes every check afterwards', async () => {
  const header =
    '原编号,登记单位代码,登记日期,渠道,性质,类别,诉求,信访人,重复于原编号,状态,受理日期,办结日期,结果,评价,结案日期';
  const row = (old: string, on: string, repeats: string, rest: string) =>
    [old, FIRST, on, '来访', '申诉求决', '04', '养老保险补缴', '郭海山', repeats, rest].join(',');
  const good = [
    row('XF-1', '2022-06-01', '', '已结案,2022-06-02,2022-07-01,支持,满意,2022-07-20'),
    row('XF-2', '2022-08-01', 'XF-1', '办理中,2022-08-02,,,,'),
    row('XF-3', '2022-08-01', '', '不予受理,2022-08-05,,,,'),
    row('XF-4', '2022-03-01', '', '已登记,,,,,'),
  ];
  const bad = row('XF-5', '2022-05-31', 'XF-1', '办理中,2022-06-02,,,,');
  const refused = await ledger.run([
    'petition',
    'import',
    ledger.write('bad.csv', [header, ...good, bad, ''].join('\n')),
  ]);
  expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('was lodged later')]);
  await ledger.done('petition', 'import', ledger.write('good.csv', [header, ...good, ''].join('\n')));
  await ledger.done('petition', 'import', ledger.write('again.csv', [header, ...good, ''].join('\n')));
  expect((await ledger.run(['check'])).code).toBe(0);
  const again = await ledger.json<{ number: string }>('petition', 'list', '--all');
  expect(again).toHaveLength(4);
});
