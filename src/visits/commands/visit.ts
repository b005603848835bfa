import { type Command, command } from '../../cli/command.ts';
import { argument, choice, flag, option, type Params, required } from '../../cli/param.ts';
import { periodParams, reasonParam, unitParam } from '../../cli/places.ts';
import { asCount } from '../../cli/values.ts';
import { assignmentRows } from '../../households/assignment-store.ts';
import { HOUSEHOLD_TITLE } from '../../households/household.ts';
import { householdByCode } from '../../households/household-store.ts';
import { type Problem, sentenceOf } from '../../intake/sheet.ts';
import { covers, type Day } from '../../kernel/day.ts';
import { Failure, misuse, notFound } from '../../kernel/failure.ts';
import { periodOf } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { column, lines, type Row } from '../../kernel/view.ts';
import { changesBetween, recordChanges } from '../../ledger/events.ts';
import { each, row } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { type HistoryWords, historyCommand, historyTable, wordsOf } from '../../register/history-command.ts';
import { templateCommand } from '../../register/import-command.ts';
import { loadTree } from '../../units/store.ts';
import { type UnitTree, unitsWithin } from '../../units/tree.ts';
import { bitOf, codesOf, type Domain, domainNamed, maskOf } from '../domain.ts';
import { visitJudge } from '../judge.ts';
import { loadLookups } from '../lookups.ts';
import { allDomains, disputesFoundIn, highestVisit, needsRaisedIn, updateVisit, visitRows } from '../store.ts';
import { MODE_LIST, MODES, VISIT_TITLE, type VisitRow, visitSheet, WRONG } from '../visit.ts';
import { visitWriter } from '../writer.ts';
import { importVisits } from './import.ts';

const visitColumns = [
  column('id', '走访号', 'Visit'),
  column('visited_on', '走访日期', 'Day', 'day'),
  column('household_code', '户编号', 'Household'),
  column('head_name', '户主', 'Head', 'name'),
  column('unit', '村（社区）', 'Unit'),
  column('pair_code', '结对编号', 'Pair'),
  column('cadre_a', '走访人一', 'First visitor'),
  column('cadre_b', '走访人二', 'Second visitor'),
  column('mode', '方式', 'Mode'),
  column('substitute', '代访', 'Stand-in', 'flag'),
  column('domains', '工作领域', 'Domains'),
] as const;
const diaryColumns = [column('diary_by', '记录人', 'Diary by'), column('diary', '民情日记', 'Diary')] as const;

const add = command({
  name: 'add',
  zh: '新增',
  summary: { zh: '登记一次走访', en: 'register one visit' },
  example:
    'visit add --visited-on 2023-12-30 --household-code 150722100200010001 --cadre-a 150722100200-C01 --cadre-b 150722100200-C02 --domains mediation',
  access: 'write',
  params: addParams(),
  run: ({ db, today }, input) => {
    const row = Object.fromEntries(Object.keys(visitSheet).map(key => [key, input[key] ?? ''])) as unknown as VisitRow;
    const judged = visitJudge(loadLookups(db, row.household_code), today)(row);
    if (Array.isArray(judged)) throw refusal(judged);
    const writer = visitWriter(db, null, (_, { id }) => {
      throw refusal([{ column: 'visited_on', value: row.visited_on, reason: repeat(id) }]);
    });
    writer.add(judged);
    writer.flush();
    const id = highestVisit(db);
    return {
      view: lines({ visit: id }, { zh: `已登记走访 ${id}`, en: `Visit ${id} registered` }),
      records: [String(id)],
      counts: { added: 1 },
    };
  },
});

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出走访，新登记的在前', en: 'list visits, the latest entered first' },
  example: 'visit list --month 2023-05 --unit 150722100200 --limit 20',
  access: 'read',
  personal: true,
  params: {
    ...periodParams,
    unit: unitParam,
    household: option('--household <code>', { zh: '只看一户', en: 'one household only' }),
    pair: option('--pair <code>', { zh: '只看一个结对', en: 'one pair only' }),
    cadre: option('--cadre <code>', { zh: '只看一名干部', en: 'one cadre only' }),
    mode: choice('--mode <mode>', { zh: '只看一种方式', en: 'one mode only' }, MODE_LIST, MODES),
    domain: option('--domain <code>', {
      zh: '只看一个工作领域（代码或名称）',
      en: 'one task domain only, by code or name',
    }),
    diary: flag('--diary', { zh: '同时列出日记', en: 'with the diaries' }),
  },
  run: async ({ db, today }, input) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    let query = visitRows()
      .where('v.visited_on', '>=', period.from)
      .where('v.visited_on', '<=', period.to)
      .orderBy('v.id', 'desc');
    const units = unitsWithin(tree, input.unit);
    if (units) query = query.where('h.unit_id', 'in', [...units]);
    if (input.household !== undefined) {
      // No visits of a household that nobody knows would be taken for the truth.
      if (!(await householdByCode(db, input.household))) notFound(HOUSEHOLD_TITLE, input.household);
      query = query.where('h.code', '=', input.household);
    }
    if (input.pair) query = query.where('p.code', '=', input.pair);
    if (input.mode) query = query.where('v.mode', '=', input.mode);
    const { cadre } = input;
    if (cadre) query = query.where(eb => eb.or([eb('a.code', '=', cadre), eb('b.code', '=', cadre)]));
    const domains = await allDomains(db);
    if (input.domain !== undefined) {
      const bit = bitOf(domainNamed(domains, input.domain));
      query = query.where(eb => eb(eb('v.domains', '&', bit), '<>', 0));
    }
    function* rows() {
      for (const row of each(db, query)) yield shown(row, tree, domains);
    }
    return {
      view: { shape: 'table', columns: input.diary ? [...visitColumns, ...diaryColumns] : visitColumns, rows: rows() },
    };
  },
});

const show = command({
  name: 'show',
  zh: '查看',
  summary: { zh: '查看一次走访和它的更正', en: 'show one visit with its corrections' },
  example: 'visit show 1',
  access: 'read',
  personal: true,
  params: { id: argument('<visit>', { zh: '走访号', en: 'the visit’s number' }, asCount) },
  run: async ({ db, today, reveal }, input) => {
    const row = await visitNumbered(db, input.id);
    const domains = await allDomains(db);
    return {
      view: {
        shape: 'card',
        title: { zh: `走访 ${input.id}`, en: `Visit ${input.id}` },
        columns: [...visitColumns, ...diaryColumns],
        row: shown(row, loadTree(db, today), domains),
        tables: [
          {
            shape: 'table',
            key: 'disputes',
            title: { zh: '走访中发现的纠纷', en: 'Disputes found in it' },
            columns: [column('number', '编号', 'Number'), column('title', '名称', 'Title')],
            rows: disputesFoundIn(db, input.id),
          },
          {
            shape: 'table',
            key: 'needs',
            title: { zh: '走访中提出的需求', en: 'Needs raised in it' },
            columns: [
              column('code', '需求编号', 'Need'),
              column('category', '类别', 'Category'),
              column('content', '内容', 'Content'),
              column('feedback_on', '反馈日期', 'Feedback on', 'day'),
            ],
            rows: needsRaisedIn(db, input.id),
          },
          await historyTable(db, 'visit', input.id, visitWords(domains), reveal),
        ],
      },
      records: [String(input.id)],
    };
  },
});

const correct = command({
  name: 'correct',
  zh: '更正',
  summary: {
    zh: '更正一次走访的日记、领域或代访，原文留在历史里',
    en: 'correct a visit’s diary, domains or stand-in mark; the old text stays',
  },
  example: 'visit correct 1 --diary 了解春耕准备情况 --reason 原记录有误',
  access: 'write',
  params: {
    id: argument('<visit>', { zh: '走访号', en: 'the visit’s number' }, asCount),
    diary: option('--diary <text>', { zh: '更正后的日记', en: 'the corrected diary' }),
    domains: option('--domains <list>', { zh: '更正后的工作领域', en: 'the corrected domains' }),
    substitute: choice(
      '--substitute <yes|no>',
      { zh: '是否代访', en: 'whether it was a stand-in visit' },
      ['yes', 'no'],
      {
        yes: { zh: '是', en: 'yes' },
        no: { zh: '否', en: 'no' },
      },
    ),
    reason: required(reasonParam),
  },
  run: async ({ db, stamp }, input) => {
    const visit = await visitNumbered(db, input.id);
    const wanted = {
      diary: input.diary,
      domains:
        input.domains === undefined ? undefined : domainsMask(input.domains, await allDomains(db), visit.visited_on),
      substitute: input.substitute === undefined ? undefined : input.substitute === 'yes' ? (1 as const) : (0 as const),
    };
    const changes = changesBetween<{ diary: string; domains: number; substitute: 0 | 1 }>(visit, wanted);
    if (changes.length === 0) misuse({ zh: '没有要更正的内容', en: 'There is nothing to correct' });
    if (wanted.substitute === 0 && !(await wasAssigned(db, visit)))
      throw refusal([{ column: 'household_code', value: visit.household_code, reason: WRONG.assigned }]);
    for (const { field, new: value } of changes) updateVisit(db, visit.id, field as keyof typeof wanted, value ?? '');
    recordChanges(db, 'visit', visit.id, changes, stamp(undefined, input.reason));
    return {
      view: lines(
        { visit: visit.id, corrected: changes.length },
        { zh: `走访 ${visit.id} 已更正`, en: `Visit ${visit.id} corrected` },
      ),
      records: [String(visit.id)],
    };
  },
});

export const visitCommands: readonly Command[] = [
  add,
  importVisits,
  list,
  show,
  correct,
  historyCommand(
    'visit',
    VISIT_TITLE,
    '<visit>',
    'visit history 1',
    async ({ db }, key) => (await visitNumbered(db, asCount(key))).id,
    async ({ db }) => visitWords(await allDomains(db)),
  ),
  templateCommand('visit', VISIT_TITLE, visitSheet),
];

/** How a visit's history reads: a diary may name people, so only its length shows. */
function visitWords(domains: readonly Domain[]): HistoryWords {
  return wordsOf(visitSheet, {
    masks: { diary: text => `(${[...text].length})` },
    shown: {
      domains: mask => ({ zh: codesOf(Number(mask), domains, 'name_zh'), en: codesOf(Number(mask), domains) }),
      substitute: value => (value === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }),
    },
  });
}

/** One option for each column of the file. */
function addParams(): Params {
  return Object.fromEntries(
    Object.values(visitSheet).map(field => {
      const param = option(`--${field.key.replaceAll('_', '-')} <value>`, field.title);
      return [field.key, field.optional ? param : required(param)];
    }),
  );
}

/** Whether the pair of a visit was the one assigned to the household on that day. */
async function wasAssigned(
  db: Db,
  visit: { household_code: string; pair_code: string; visited_on: Day },
): Promise<boolean> {
  const assignments = await assignmentRows(db, visit.household_code);
  return assignments.some(a => a.pair_code === visit.pair_code && covers(a, visit.visited_on));
}

async function visitNumbered(db: Db, id: number) {
  return row(db, visitRows().where('v.id', '=', id)) ?? notFound(VISIT_TITLE, String(id));
}

function shown(row: Awaited<ReturnType<typeof visitNumbered>>, tree: UnitTree, domains: readonly Domain[]): Row {
  return {
    ...row,
    unit: tree.units.get(row.unit_id)?.name,
    mode: MODES[row.mode],
    domains: { zh: codesOf(row.domains, domains, 'name_zh'), en: codesOf(row.domains, domains) },
  };
}

function domainsMask(text: string, domains: readonly Domain[], day: string): number {
  const found = maskOf(text, domains, day);
  if ('unknown' in found) throw refusal([{ column: 'domains', value: found.unknown, reason: WRONG.domain }]);
  if (found.mask === 0) throw refusal([{ column: 'domains', value: text, reason: WRONG.noDomain }]);
  return found.mask;
}

function refusal(problems: readonly Problem[]): Failure {
  return new Failure('refused', sentenceOf(visitSheet, problems));
}

function repeat(id: number): Text {
  return {
    zh: `同日、同户、同两人、同方式的走访已登记为 ${id} 号（更正用 visit correct）`,
    en: `is the day of visit ${id}: same household, pair and mode (visit correct mends it)`,
  };
}
