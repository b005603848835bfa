import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger } from './support/ledger.ts';

/** Every operator is a system user of that name. */
const as = (USER: string) => ({ env: { TIAOCHU_OPERATOR: undefined, USER } });
const TOWNSHIP = '150722100';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
  for (const [name, unit, role] of [
    ['admin', '150722', 'admin'],
    ['town-head', TOWNSHIP, 'head'],
    ['town-clerk', TOWNSHIP, 'clerk'],
    ['village-head', FIRST, 'head'],
    ['village-clerk', FIRST, 'clerk'],
    ['other-head', SECOND, 'head'],
    ['other-clerk', SECOND, 'clerk'],
  ] as const) {
    const add = ['operator', 'add', name, '--unit', unit, '--role', role, '--user', name];
    expect(await ledger.run(add, as('admin'))).toMatchObject({ code: 0 });
  }
});
afterEach(() => ledger.remove());

const done = async (user: string, ...argv: readonly string[]) => {
  const { code, stderr } = await ledger.run(argv, as(user));
  expect([argv.join(' '), code, stderr.replace(/^(?!error).*\n/gm, '')]).toEqual([argv.join(' '), 0, '']);
};
const refused = async (user: string, ...argv: readonly string[]) => {
  const { code, stderr } = await ledger.run(argv, as(user));
  expect([argv.join(' '), code, stderr]).toEqual([argv.join(' '), 4, expect.stringContaining('cannot do this for')]);
};

const registered = (user: string, unit: string) =>
  done(
    user,
    ...['dispute', 'register', '--unit', unit, '--on', '2023-06-01', '--grade', 'complex', '--category', '02'],
    ...['--title', '院墙纠纷', '--applicant', 'name=敖玉兰', '--respondent', 'name=孟秀英'],
  );

test('a clerk of the township mediates what it holds, though a village with operators registered it', async () => {
  await registered('village-clerk', FIRST);
  await refused('village-clerk', 'dispute', 'accept', '1', '--on', '2023-06-02');
  await done('town-clerk', 'dispute', 'accept', '1', '--on', '2023-06-02');
  const mediate = [
    'dispute',
    'mediate',
    '1',
    '--on',
    '2023-06-03',
    '--mediator',
    '金海山',
    '--outcome',
    'agreed',
    '--record',
    '同意',
  ];
  await refused('village-head', ...mediate);
  await done('town-clerk', ...mediate);
  // The village that registered it has nothing to step back: the township made the last move.
  await refused('village-head', 'dispute', 'step-back', '1', '--reason', '误录');
  await done('town-clerk', 'dispute', 'step-back', '1', '--reason', '误录');
});

test('a case that was handed down is accepted or returned by the head of the village, and by nobody else’s', async () => {
  for (const n of ['1', '2']) {
    await registered('town-clerk', TOWNSHIP);
    await done('town-clerk', 'dispute', 'accept', n, '--on', '2023-06-02');
    await done(
      'town-head',
      'dispute',
      'hand-down',
      n,
      '--to',
      FIRST,
      '--reason',
      '就近',
      '--due',
      '2023-06-20',
      '--on',
      '2023-06-03',
    );
    await refused('other-head', 'dispute', 'accept', n, '--on', '2023-06-04');
    await refused('other-head', 'dispute', 'return', n, '--reason', '不属', '--on', '2023-06-04');
  }
  await done('village-clerk', 'dispute', 'accept', '1', '--on', '2023-06-04');
  await done('village-head', 'dispute', 'return', '2', '--reason', '不属', '--on', '2023-06-04');
});

test('petitions likewise', async () => {
  const lodge = ['petition', 'lodge', '--unit', FIRST, '--on', '2023-06-01', '--demand', '修路', '--channel', 'visit'];
  const rest = ['--kind', 'claim', '--category', '01', '--petitioner', 'name=敖玉兰'];
  await done('village-clerk', ...lodge, ...rest);
  await done(
    'village-clerk',
    'petition',
    'confer',
    'P1',
    '--attendees',
    '村两委',
    '--analysis',
    '复杂',
    '--decision',
    '报镇',
    '--on',
    '2023-06-02',
  );
  await done('village-clerk', 'petition', 'escalate', 'P1', '--reason', '超出职权', '--on', '2023-06-02');
  await refused('other-head', 'petition', 'accept', 'P1', '--on', '2023-06-03');
  await done('town-clerk', 'petition', 'accept', 'P1', '--on', '2023-06-03');
  await refused('village-head', 'petition', 'step-back', 'P1', '--reason', '误录');
  await done('town-head', 'petition', 'hand-down', 'P1', '--to', SECOND, '--due', '2023-07-20', '--on', '2023-06-04');
  await done('other-clerk', 'petition', 'accept', 'P1', '--on', '2023-06-05');
});

test('the registration of a case is corrected only to a unit for which one may act', async () => {
  await registered('village-clerk', FIRST);
  await done('town-clerk', 'dispute', 'accept', '1', '--on', '2023-06-02');
  await refused('town-clerk', 'dispute', 'change', '1', '--unit', '150722101200', '--reason', '登记错');
});
