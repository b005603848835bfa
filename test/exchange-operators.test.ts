import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Offices, PLACES, threeOffices } from './support/offices.ts';

/** Every operator is a system user of that name. */
const as = (user: string) => ({ env: { TIAOCHU_OPERATOR: undefined, USER: user } });

let offices: Offices;
beforeAll(async () => {
  offices = await threeOffices();
  const { township } = offices.ledgers;
  for (const [name, unit, role] of [
    ['admin', PLACES.banner, 'admin'],
    ['head', PLACES.township, 'head'],
    ['clerk', PLACES.township, 'clerk'],
    ['auditor', PLACES.banner, 'auditor'],
  ] as const) {
    const added = await township.run(
      ['operator', 'add', name, '--unit', unit, '--role', role, '--user', name],
      as('admin'),
    );
    expect(added.code, added.stderr).toBe(0);
  }
}, 120_000);
afterAll(() => offices.remove());

test('bundles are the head’s business, and what one brings needs no rights in what it brings', async () => {
  const { village, township } = offices.ledgers;
  await village.done('household', 'change', `${PLACES.village}010001`, '--people', '7', '--reason', '核对');
  const file = await offices.sent('village', 'township');
  for (const user of ['clerk', 'auditor', 'stranger']) {
    const refused = await township.run(['bundle', 'import', file], as(user));
    expect([user, refused.code]).toEqual([user, 4]);
  }
  const taken = await township.run(['bundle', 'import', file], as('head'));
  expect([taken.code, taken.stdout]).toEqual([0, expect.stringContaining('1 written')]);
  const out = `${offices.folder}/out.bundle`;
  const refused = await township.run(['bundle', 'export', '--to', PLACES.banner, '--output', out], as('clerk'));
  expect(refused.code).toBe(4);
  const sent = await township.run(['bundle', 'export', '--to', PLACES.banner, '--output', out], as('head'));
  expect(sent.code, sent.stderr).toBe(0);
});

test('an operator who may do it here is still refused what another office writes', async () => {
  const { township } = offices.ledgers;
  for (const user of ['head', 'clerk', 'admin']) {
    const refused = await township.run(
      ['household', 'change', `${PLACES.village}010001`, '--people', '6', '--reason', '核对'],
      as(user),
    );
    expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining('is written in the ledger of')]);
  }
  const own = await township.run(
    ['household', 'change', `${PLACES.township}201010001`, '--people', '6', '--reason', '核对'],
    as('clerk'),
  );
  expect(own.code, own.stderr).toBe(0);
  const log = JSON.parse(await township.done('log', '--format', 'json')) as { command: string; operator: string }[];
  expect(log.filter(({ command }) => command === 'household change').map(({ operator }) => operator)).toContain(
    'clerk',
  );
});

test('what an upper office decides about a case is entered where the case is written, for the office that decided it', async () => {
  const { township, banner } = offices.ledgers;
  const by = (user: string, ...words: string[]) => township.run([...words, '--format', 'json'], as(user));
  const registered = await by(
    'head',
    ...[
      'dispute',
      'register',
      '--unit',
      PLACES.township,
      '--grade',
      'complex',
      '--category',
      '02',
      '--title',
      '院墙滴水',
    ],
    ...['--applicant', '敖玉兰', '--respondent', '郭海山', '--on', '2023-06-01'],
  );
  const { dispute } = JSON.parse(registered.stdout) as { dispute: string };
  expect((await by('head', 'dispute', 'accept', dispute, '--on', '2023-06-01')).code).toBe(0);
  const file = `${offices.folder}/case.bundle`;
  expect((await by('head', 'bundle', 'export', '--to', PLACES.banner, '--output', file)).code).toBe(0);
  await banner.done('bundle', 'import', file);
  const words = [
    'dispute',
    'supervise',
    dispute,
    '--at',
    PLACES.banner,
    '--note',
    '限期化解',
    '--due',
    '2023-06-20',
    '--on',
    '2023-06-03',
  ];
  const there = await banner.run(words);
  expect([there.code, there.stderr]).toEqual([4, expect.stringContaining('is written in the ledger of 尼尔基镇')]);
  const here = await by('admin', ...words);
  expect(here.code, here.stderr).toBe(0);
});
