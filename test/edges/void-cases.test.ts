import { afterEach, expect, test } from 'vitest';
import { OPEN_WORK } from '../../src/admin/open-work.ts';
import { reportCommands } from '../../src/reports/all.ts';
import { FIRST, type SmallLedger, smallLedger } from '../support/ledger.ts';

let ledger: SmallLedger;
afterEach(() => ledger.remove());

/** What every report, to-do list and list of cases says, and what keeps each unit open. */
async function everythingCounted() {
  const said: Record<string, unknown> = {};
  const ask = async (...argv: string[]) => {
    const { stdout, stderr } = await ledger.run([...argv, '--format', 'json']);
    said[argv.join(' ')] = stdout === '' ? stderr : stdout;
  };
  for (const { name, params } of await reportCommands()) {
    const period =
      'from' in params
        ? ['--from', '2023-05-01', '--to', '2023-12-31']
        : 'quarter' in params
          ? ['--quarter', '2023-Q2']
          : [];
    await ask('report', name, ...period);
    if ('month' in params) await ask('report', name, '--month', '2023-06');
  }
  for (const list of ['dispute', 'petition', 'agent', 'expert', 'department']) await ask(list, 'list');
  await ask('todo', '--unit', '150722');
  await ask('agenda', '--unit', '150722');
  await ask('report', 'petitions', '--by', 'agent');
  const units = ledger.direct(db => db.prepare('select id from unit').pluck().all() as number[]);
  for (const work of OPEN_WORK)
    for (const unit of units) said[`${work.one} ${unit}`] = ledger.direct(db => work.count(db, unit, '2023-06-30'));
  return said;
}

test('a dispute that is void leaves every figure, list and to-do as it was before it was entered', async () => {
  ledger = await smallLedger();
  const before = await everythingCounted();
  const said = [
    '--unit',
    FIRST,
    '--grade',
    'simple',
    '--category',
    '02',
    '--title',
    '院墙滴水',
    '--applicant',
    '敖玉兰',
  ];
  await ledger.done('dispute', 'register', ...said, '--source', 'proactive', '--on', '2023-06-01');
  const session = ['--mediator', '何春花', '--outcome', 'failed', '--record', '各执一词', '--place', '村部'];
  await ledger.done('dispute', 'accept', '1', '--on', '2023-06-02');
  await ledger.done('dispute', 'mediate', '1', ...session, '--on', '2023-06-03');
  await ledger.done('dispute', 'regrade', '1', '--grade', 'complex', '--reason', '牵涉多户', '--on', '2023-06-04');
  await ledger.done('dispute', 'escalate', '1', '--on', '2023-06-05');
  expect(await everythingCounted()).not.toEqual(before);
  await ledger.done('dispute', 'void', '1', '--reason', '重复登记', '--yes');
  expect(await everythingCounted()).toEqual(before);
  expect(await ledger.json('dispute', 'list', '--status', 'void')).toHaveLength(1);
  expect(await ledger.json('dispute', 'list', '--all')).toHaveLength(1);
  expect(await ledger.json('dispute', 'list', '--text', '滴水')).toHaveLength(0);
  await ledger.done('check');
});

test('a petition that is void leaves every figure, list and to-do as it was before it was entered', async () => {
  ledger = await smallLedger();
  await ledger.done('agent', 'import', ledger.write('agents.csv', `code,name,unit_code\nD01,鄂晓光,${FIRST}\n`));
  await ledger.done('department', 'import', ledger.write('departments.csv', 'code,name,tier\nRSJ,旗人社局,banner\n'));
  const before = await everythingCounted();
  const said = ['--unit', FIRST, '--channel', 'visit', '--kind', 'claim', '--category', '04', '--demand', '养老保险'];
  await ledger.done('petition', 'lodge', ...said, '--petitioner', '敖玉兰', '--on', '2023-06-01');
  await ledger.done('petition', 'accept', 'P1', '--on', '2023-06-02');
  await ledger.done('petition', 'assign', 'P1', '--agent', 'D01', '--on', '2023-06-02');
  await ledger.done('petition', 'route', 'P1', '--department', 'RSJ', '--on', '2023-06-03', '--due', '2023-06-20');
  expect(await everythingCounted()).not.toEqual(before);
  await ledger.done('petition', 'void', 'P1', '--reason', '重复登记', '--yes');
  expect(await everythingCounted()).toEqual(before);
  expect(await ledger.json('petition', 'list', '--status', 'void')).toHaveLength(1);
  await ledger.done('check');
});
