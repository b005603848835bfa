import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HELD } from '../src/privacy/held.ts';
import { purge } from '../src/privacy/token.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

const HOUSEHOLD = `${FIRST}010001`;

/** What is planted in texts and columns, all of it about persons. */
const NAMES = ['欧阳长河', '司徒望月'];
const PHONES = ['13911112222', '13933334444'];
const IDS = ['152122199001011238'];
const SAID = `欧阳长河说司徒望月住院，电话${PHONES[0]}`;

const ENTERED = `
visit add --visited-on 2023-05-03 --household-code ${HOUSEHOLD} --cadre-a ${FIRST}-C01 --cadre-b ${FIRST}-C02 --domains mediation --diary T --place T --family T --difficulties T --requests T --thoughts T --follow-up T
visit add --visited-on 2023-06-03 --household-code ${HOUSEHOLD} --cadre-a ${FIRST}-C01 --cadre-b ${FIRST}-C02 --domains mediation --diary T
visit correct 1 --diary T改 --reason T
visit read 1 --by 敖志强 --post 镇长 --remark T --on 2023-05-05
dispute register --unit ${FIRST} --on 2023-06-01 --grade simple --category 02 --title 欧阳长河院墙纠纷 --facts T --place T --applicant name=欧阳长河,phone=${PHONES[0]},id=${IDS[0]},birth=1990,address=一组九号 --respondent name=司徒望月,representative=司徒望月
dispute investigate 1 --on 2023-06-03 --investigator 孟志强 --asked 司徒望月 --record T --place T
dispute mediate 1 --mediator 何春花 --outcome agreed --record T --on 2023-06-11 --rights-notified 2023-06-11
dispute settle 1 --form oral --content T --on 2023-06-12
dispute perform 1 --extent full --note T --on 2023-06-15
dispute follow-up 1 --satisfaction basically --by 沃建国 --note T --on 2023-06-30
dispute change 1 --facts T改 --reason T
dispute party change 1 1 --party phone=${PHONES[1]} --reason T
dispute close 1 --on 2023-07-15 --reason T
dispute register --unit ${FIRST} --on 2023-06-01 --grade simple --category 02 --title 水渠纠纷 --facts 还在办理 --applicant 德力格尔山 --respondent 莫日根河
petition lodge --unit ${FIRST} --on 2023-06-01 --petitioner name=欧阳长河,phone=${PHONES[0]},id=${IDS[0]} --channel visit --kind claim --category 04 --demand T
petition decline 1 --on 2023-06-05 --reason T
need add --code X1 --household-code ${HOUSEHOLD} --category 住房 --content T --raised-on 2023-05-03 --owner 鄂晓光
need change X1 --content T改 --reason T
need close X1 --result T --feedback 2023-06-20 --reason T
`;

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
const wordsIn = (line: string) =>
  line
    .trim()
    .split(' ')
    .map(word => word.replace(/^T/, SAID));

describe('a purge', () => {
  let ledger: SmallLedger;
  beforeAll(async () => {
    ledger = await smallLedger();
    for (const line of linesOf(ENTERED)) await ledger.done(...wordsIn(line), '--yes');
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
  const left = () => {
    ledger.direct(db => db.pragma('wal_checkpoint(truncate)'));
    const bytes = readFileSync(ledger.path);
    return [...NAMES, ...PHONES, ...IDS].filter(word => bytes.includes(word));
  };

  test('takes what is due from the file, from the history too, and leaves every figure and everything that is not due', async () => {
    expect(left()).toEqual([...NAMES, ...PHONES, ...IDS]);
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
