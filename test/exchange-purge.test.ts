import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENTERED, PLANTED, plantedIn } from './support/held-people.ts';
import { type OfficeLedger, type Offices, threeOffices } from './support/offices.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await threeOffices({ visits: false });
  const { village } = offices.ledgers;
  for (const words of ENTERED) await village.done(...words, '--yes');
  await offices.carried('village', 'township');
  await offices.carried('township', 'banner');
}, 120_000);
afterAll(() => offices.remove());

const LATER = { env: { TIAOCHU_TODAY: '2040-01-01' } };

async function due(ledger: OfficeLedger, ...words: string[]): Promise<number[]> {
  const { code, stdout, stderr } = await ledger.run([...words, '--format', 'json'], LATER);
  expect(code, stderr).toBe(0);
  return (JSON.parse(stdout) as { records: number }[]).map(({ records }) => records);
}

test('an office has nothing to purge of what another one writes, and is refused a single case of it', async () => {
  const { township, banner } = offices.ledgers;
  for (const ledger of [township, banner]) {
    expect(plantedIn(ledger)).toEqual(PLANTED);
    expect(await due(ledger, 'privacy', 'due')).toEqual([0, 0, 0, 0, 0]);
    expect(await due(ledger, 'privacy', 'purge', '--yes')).toEqual([0, 0, 0, 0, 0]);
    expect(plantedIn(ledger)).toEqual(PLANTED);
  }
  const early = await township.run(
    ['privacy', 'purge', '--case', '150722100200-2023-1', '--reason', '本人申请', '--yes'],
    LATER,
  );
  expect([early.code, early.stderr]).toEqual([4, expect.stringContaining('is written in the ledger of')]);
});

test('what its office purges goes out of every ledger with the next bundles, from history and file', async () => {
  const { village, township, banner } = offices.ledgers;
  expect(await due(village, 'privacy', 'due')).toEqual([2, 2, 1, 0, 0]);
  expect(await due(village, 'privacy', 'purge', '--yes')).toEqual([2, 2, 1, 0, 0]);
  const first = await offices.sent('village', 'township');
  expect(await township.done('bundle', 'import', first, '--dry-run')).toContain(' 4 would be written');
  expect(plantedIn(township)).toEqual(PLANTED);
  await township.done('bundle', 'import', first);
  const second = await offices.carried('township', 'banner');
  for (const ledger of [village, township, banner]) {
    expect(plantedIn(ledger)).toEqual([]);
    expect(await ledger.done('check', '--deep')).toContain('checks passed');
    const kept = await ledger.done('dispute', 'show', '150722100200-2023-2', '--reveal', '核对');
    expect(kept).toContain('还在办理');
    for (const table of ['move', 'event'])
      expect(() => ledger.direct(db => db.exec(`update ${table} set reason = 'x'`))).toThrow('append-only');
  }
  expect(await township.done('bundle', 'import', first)).toContain(' 0 written');
  expect(await banner.done('bundle', 'import', second)).toContain(' 0 written');
});

test('a case that was stepped back and then purged before the next bundle is purged there, too', async () => {
  const { village, township } = offices.ledgers;
  const early = '150722100200-2023-2';
  await village.done('dispute', 'accept', early, '--on', '2023-06-02');
  await village.done(
    'dispute',
    'investigate',
    early,
    '--on',
    '2023-06-03',
    '--investigator',
    '孟志强',
    '--asked',
    '司徒望月',
    '--record',
    '欧阳长河说',
  );
  await offices.carried('village', 'township');
  expect(plantedIn(township)).toContain('司徒望月');
  await village.done('dispute', 'step-back', early, '--reason', '欧阳长河另有说法');
  await village.done('dispute', 'withdraw', early, '--on', '2023-06-04', '--reason', '欧阳长河撤回');
  await village.done('privacy', 'purge', '--case', early, '--reason', '本人申请', '--yes');
  await offices.carried('village', 'township');
  for (const ledger of [village, township]) {
    expect(plantedIn(ledger)).toEqual([]);
    expect(await ledger.done('check', '--deep')).toContain('checks passed');
    expect(() => ledger.direct(db => db.exec(`update voided_move set reason = 'x'`))).toThrow('append-only');
  }
});
