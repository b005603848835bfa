import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPersonal } from '../src/kernel/hiding.ts';
import { HELD } from '../src/privacy/held.ts';
import { purge } from '../src/privacy/token.ts';
import { AREAS } from '../src/program.ts';
import { isFileCommand } from '../src/register/file-kind.ts';
import { ENTERED, PLANTED, plantedIn } from './support/held-people.ts';
import { type SmallLedger, smallLedger } from './support/ledger.ts';

/** Reports whose figures a purge leaves as they are. */
const REPORTS = `
report coverage --year 2023
report diaries --year 2023
report resolution --by tier --year 2023
report resolution --by category --year 2023
report petitions --year 2023
report headline --from 2023-01-01 --to 2023-12-31
report quality --year 2023
report workload --year 2023
report allowance --year 2023
report matrix --year 2023
need list --all
visit list --from 2023-01-01 --to 2023-12-31
`;

const linesOf = (text: string) => text.trim().split('\n');

describe('a purge', () => {
  let ledger: SmallLedger;
  beforeAll(async () => {
    ledger = await smallLedger();
    for (const words of ENTERED) await ledger.done(...words, '--yes');
  }, 60_000);
  afterAll(() => ledger.remove());

  const figures = async () => {
    const found: Record<string, unknown> = {};
    for (const line of linesOf(REPORTS)) {
      const { stdout } = await ledger.run([...line.split(' '), '--format', 'json']);
      found[line] = JSON.parse(stdout, (key, value) =>
        /^(diary|content|result|title)$/.test(key) ? undefined : value,
      );
    }
    return found;
  };
  const later = async (...argv: string[]) => {
    const { code, stdout, stderr } = await ledger.run([...argv, '--format', 'json'], {
      env: { TIAOCHU_TODAY: '2040-01-01' },
    });
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout) as Record<string, unknown>[];
  };
  const left = () => plantedIn(ledger);

  test('takes what is due from the file, from the history too, and leaves every figure and everything that is not due', async () => {
    expect(left()).toEqual(PLANTED);
    const before = await figures();
    const purged = await later('privacy', 'purge', '--yes');
    expect(purged.map(row => [row.class_code, row.records])).toEqual([
      ['case', 2],
      ['visit', 2],
      ['need', 1],
      ['household', 0],
      ['staff', 0],
    ]);
    expect(await figures()).toEqual(before);
    expect(left()).toEqual([]);
    const open = await ledger.done('dispute', 'show', '2', '--reveal', '核对');
    expect(open).toContain('还在办理');
    expect(open).toContain('德力格尔山');
    expect(await ledger.done('check')).toContain('checks passed');
    expect((await later('privacy', 'due')).map(row => row.records)).toEqual([0, 0, 0, 0, 0]);
    const entry = (await ledger.json('log')).find(({ command }) => command === 'privacy purge');
    expect(entry).toMatchObject({
      command: 'privacy purge',
      counts: 'case 2, visit 2, need 1',
      reason: '2030-01-01 2035-01-01 2035-01-01',
    });
  });

  test('puts the guards of the history back', () => {
    expect(() => ledger.direct(db => db.exec(`update move set reason = 'x'`))).toThrow('append-only');
    expect(() => ledger.direct(db => db.exec(`update event set reason = 'x'`))).toThrow('append-only');
  });
});

test('equal texts leave equal tokens in one purge, and others in the next', () => {
  const one = purge(1);
  expect(one.token('院墙滴水，雨水流进菜窖')).toBe('〔已清除1〕');
  expect(one.token('水渠')).toBe('清2');
  expect(one.token('院墙滴水，雨水流进菜窖')).toBe('〔已清除1〕');
  expect(purge(one.next()).token('院墙滴水，雨水流进菜窖')).toBe('〔已清除3〕');
  expect(one.token('')).toBe('');
  expect(one.token(one.token('水渠'))).toBe('清2');
});

/** Columns whose names say that they hold days, codes, figures, words of closed lists or names of things. */
const NOT_PERSONAL =
  /(^|_)(code|on|at|at_time|day|until|month|quarter|year|kind|status|role|mode|grade|form|risk|tier|level|hash|unit|key|roll|sex|zh|en|noun|field|number|ending|title|channel|outcome|rating|class|category|calendar|per|name_of|latest|done|performed|engagement|languages|satisfaction|warning|annual|retention|entry|leaving|how|step|programme|organ|duty|post)$/;

/** The others that are none, each with the reason; a whole table, or a column of it. */
const NO_DATA_OF_PEOPLE: Readonly<Record<string, string>> = {
  journal: 'who did what, without values: it is the proof of every look and purge (PIPL Art. 54)',
  event: 'values and reasons go with the records that they are about',
  undone_event: 'the same',
  import: 'names of files and who imported them',
  setting: 'settings of the ledger',
  seal: 'which rows an entry wrote, by their numbers',
  seal_block: 'the same',
  'unit_term.name': 'a place',
  'cadre.diary_no': 'the number of a notebook',
  deadline_rule: 'law',
  'holiday.name': 'a holiday',
  'move.name': 'a word of a closed list',
  'move.operator': 'who acted for the office',
  'voided_move.name': 'a word of a closed list',
  'voided_move.operator': 'who acted for the office',
  'voided_move.voided_by': 'who acted for the office',
  'former_number.operator': 'who acted for the office',
  'party.authority': 'a day',
  'offer.answer_by': 'a day',
  'agreement.perform_by': 'a day',
  'former_number.renumbered_to': 'the number of a case',
  'dispute.shelf': 'a place for paper',
  'department.name': 'an office',
  site: 'an office and its rooms',
  'room.name': 'a room',
  'window.name': 'a window',
  'expert.specialties': 'what somebody is asked for in public',
  'invitation.answer': 'yes or no',
  'guidance.name': 'a group of an office',
  'village_rule.text': 'published',
  'meeting_report.summary': 'what a group of an office reports',
  action_item: 'what an office is to do',
  'scheme.name': 'an assessment of offices',
  manual_value: 'an assessment of offices',
  result: 'an assessment of offices',
  'outcome.text': 'an assessment of offices',
  'appointment.place': 'an office',
  'guidance_problem.content': 'what an office is to put right',
  'guidance_problem.result': 'what an office is to put right',
  'guidance_visit.looked_at': 'what was looked at in an office',
  'meeting.summary': 'what an office decided',
  'outreach.subject': 'a talk',
  'outreach.topic': 'a talk',
  'outreach.place': 'a talk',
  'village_rule_step.note': 'a meeting of villagers',
  'return_kind.name': 'a form',
  'return_kind.delivered_by': 'a level of offices',
  'receipt.note': 'a form that came in',
  'confirmation.note': 'how a citation was checked',
  indicator: 'an assessment of offices',
  'column_name.name': 'a heading',
  'operator.passphrase': 'a key that cannot be turned back',
  office: 'public keys of offices',
  edition: 'which editions of records are known, by their numbers',
  bundle: 'files that went between offices',
  'site.forces': 'kinds of staff',
};

test('every column with words is personal data that is held for a purpose, or has a reason why it is not', async () => {
  const ledger = await smallLedger();
  const held = new Set(HELD.flatMap(({ table, columns }) => Object.keys(columns).map(column => `${table}.${column}`)));
  const missing = ledger.direct(db => {
    const tables = db
      .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
      .pluck()
      .all() as string[];
    return tables.flatMap(table =>
      (db.pragma(`table_info(${table})`) as { name: string; type: string }[])
        .filter(({ name, type }) => /TEXT|ANY/.test(type) && !NOT_PERSONAL.test(name))
        .map(({ name }) => `${table}.${name}`)
        .filter(name => !held.has(name) && !NO_DATA_OF_PEOPLE[name] && !NO_DATA_OF_PEOPLE[name.split('.')[0] ?? '']),
    );
  });
  ledger.remove();
  expect(missing).toEqual([]);
});

test('the columns of files know what is personal: their messages and histories mask it', async () => {
  const commands = (await Promise.all(AREAS.map(({ load }) => load('import')))).flat();
  const kinds = commands.flatMap(command => (isFileCommand(command) ? [command.kind] : []));
  const wrong = HELD.flatMap(({ table, columns }) => {
    const kind = kinds.find(({ noun }) => noun.replaceAll('-', '_') === table);
    return Object.entries(columns)
      .filter(([, held]) => isPersonal(held))
      .map(([name, held]) => ({ held, column: kind?.columns.find(({ key }) => key === name) }))
      .filter(({ held, column }) => column && column.kind !== held)
      .map(({ held, column }) => `${table}.${column?.key} is ${column?.kind}, not ${held}`);
  });
  expect(wrong).toEqual([]);
  expect(kinds.length).toBeGreaterThan(20);
});
