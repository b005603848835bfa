import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST, SECOND, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
afterEach(() => ledger.remove());

interface Finding {
  readonly check: string;
  readonly record: string;
}

async function findings(): Promise<Finding[]> {
  const { code, stdout } = await ledger.run(['check', '--format', 'json']);
  const found = JSON.parse(stdout) as Finding[];
  expect(code).toBe(found.length === 0 ? 0 : 5);
  // Whatever was changed by hand is found by its seal as well: `evidence.test.ts`.
  return found.filter(({ check }) => !SEALS.test(check)).map(({ check, record }) => ({ check, record }));
}

const SEALS = /^(row-|journal|schema$)/;

/** What an accident or another program does to the file, past every constraint. */
function tamper(sql: string): void {
  ledger.direct(db => {
    db.pragma('foreign_keys = off');
    db.pragma('ignore_check_constraints = on');
    db.exec(sql);
  });
}

describe('check finds what is wrong', () => {
  beforeEach(async () => {
    ledger = await smallLedger({ visits: true });
  });

  test('a sound ledger has no findings', async () => {
    expect(await findings()).toEqual([]);
  });

  test.each<[rule: string, sql: string, check: string, record: string]>([
    [
      'a unit’s parent is one level up',
      `update unit_term set parent_id = 1 where code = '${FIRST}'`,
      'unit-parent',
      FIRST,
    ],
    [
      'a unit’s code has the digits of its level',
      `update unit_term set code = '150722' || '1' where code = '150722101'`,
      'unit-code-length',
      '1507221',
    ],
    [
      'a code belongs to one unit at a time',
      `insert into unit default values; insert into unit_term (unit_id, code, name, level, parent_id, from_on, to_on) values (99, '${FIRST}', '重名', 'village', 2, '2023-01-01', '2023-06-01')`,
      'unit-code-once',
      FIRST,
    ],
    [
      'a cadre is in one team at a time',
      `insert into team_member (cadre_id, unit_id, from_on, to_on) select c.id, 5, '2023-06-01', '2023-07-01' from cadre c where c.code = '${FIRST}-C01'`,
      'cadre-one-team',
      `${FIRST}-C01`,
    ],
    [
      'a pair is two different cadres',
      `update pair set cadre_b = cadre_a where code = '${FIRST}-P02'`,
      'pair-members',
      `${FIRST}-P02`,
    ],
    [
      'both of a pair are of its team',
      `update team_member set to_on = '2023-06-01' where cadre_id = (select id from cadre where code = '${FIRST}-C01')`,
      'pair-members',
      `${FIRST}-P01`,
    ],
    [
      'the same two cadres are one pair at a time',
      `insert into pair (code, unit_id, cadre_a, cadre_b, from_on, to_on) select 'PX', unit_id, cadre_b, cadre_a, '2023-06-01', to_on from pair where code = '${FIRST}-P01'`,
      'pair-once',
      'PX',
    ],
    [
      'a household has one assignment at a time',
      `insert into assignment (household_id, pair_id, responsible_id, from_on, to_on) select household_id, pair_id, responsible_id, '2023-06-01', '2023-07-01' from assignment where id = 1`,
      'assignment-one',
      `${FIRST}010001`,
    ],
    [
      'the responsible cadre is one of the pair',
      `update assignment set responsible_id = 4 where id = 2`,
      'assignment-responsible',
      `${FIRST}010002`,
    ],
    [
      'an assignment’s pair is of the household’s village',
      `update assignment set pair_id = (select id from pair where code = '${SECOND}-P01'), responsible_id = (select id from cadre where code = '${SECOND}-C01') where id = 3`,
      'assignment-ground',
      `${FIRST}010003`,
    ],
    [
      'an assignment does not outlast its household',
      `update household_term set to_on = '2023-12-01' where household_id = 3`,
      'assignment-ground',
      `${FIRST}010003`,
    ],
    [
      'a household is in a village or community',
      `update household_term set unit_id = 2 where household_id = 3; delete from assignment where id = 3`,
      'household-unit',
      `${FIRST}010003`,
    ],
    [
      'a household is in one village at a time',
      `insert into household_term values (3, '2023-05-01', '9999-12-31', 5)`,
      'household-term-one',
      `${FIRST}010003`,
    ],
    [
      'a visit’s day is a real date',
      `update visit set visited_on = '2023-02-30', substitute = 1 where id = 2; update pair set from_on = '0001-01-01'`,
      'visit-day',
      '2',
    ],
    [
      'the household was active on the day of a visit',
      `update visit set visited_on = '2023-04-30', substitute = 1 where id = 2`,
      'visit-ground',
      '2',
    ],
    [
      'a visit that is no stand-in was by the assigned pair',
      'update visit set substitute = 0 where id = 7',
      'visit-assigned',
      '7',
    ],
    ['a diary is by one of the two visitors', 'update visit set diary_by = 12 where id = 2', 'visit-diary', '2'],
    ['a visit’s domains are known', 'update visit set domains = 256 where id = 2', 'visit-domains', '2'],
    [
      'a month is kept as its visits make it',
      "update made_tally set visits = zeroblob(12288) where calendar = '2023-06'",
      'visit-tallies',
      '2023-06',
    ],
    [
      'a year is kept as its visits make it',
      "delete from visited_tally where calendar = '2023'",
      'visit-tallies',
      '2023',
    ],
    ['every reference points to a row', 'update visit set import_id = 77 where id = 2', 'references', 'visit 2'],
    ['an import added as many visits as it says', 'delete from visit where id = 9', 'imports', '6'],
  ])('%s', async (_, sql, check, record) => {
    tamper(sql.replace('(99,', '((select max(id) from unit),'));
    expect(await findings()).toContainEqual({ check, record });
  });

  test('what stands is what the history leads to', async () => {
    await ledger.done('household', 'change', `${FIRST}010001`, '--people', '6');
    tamper(`update household set people = 7 where code = '${FIRST}010001'`);
    expect(await findings()).toEqual([{ check: 'replay', record: 'household 1 people (event 1)' }]);
  });

  test('a gap in the history is found', async () => {
    await ledger.done('cadre', 'change', `${FIRST}-C01`, '--duty', '副科长');
    await ledger.done('cadre', 'change', `${FIRST}-C01`, '--duty', '科长');
    tamper("drop trigger event_keeps_text; update event set old_value = '主任' where id = 2");
    expect(await findings()).toEqual([{ check: 'replay', record: 'cadre 1 duty (event 2)' }]);
  });

  test('every finding is listed, not only the first of a kind', async () => {
    tamper('update visit set diary_by = 12 where id in (1, 2, 3)');
    expect((await findings()).map(({ record }) => record)).toEqual(['1', '2', '3']);
  });

  test('a broken constraint shows in SQLite’s own check', async () => {
    tamper("update household set people = -1 where code = '150722100200010001'");
    expect((await findings()).map(({ check }) => check)).toEqual(['integrity']);
  });
});

describe('history is append-only', () => {
  beforeEach(async () => {
    ledger = await smallLedger();
    await ledger.done('household', 'change', `${FIRST}010001`, '--people', '6');
  });

  test.each([
    ["update journal set operator = 'x'", 'the journal is append-only'],
    ['delete from journal', 'the journal is append-only'],
    ["update event set reason = 'x'", 'events are append-only'],
    ['delete from event', 'events are append-only'],
  ])('%s is refused', (sql, message) => {
    expect(() => ledger.direct(db => db.exec(sql))).toThrow(message);
  });
});
