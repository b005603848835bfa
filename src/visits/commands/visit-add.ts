import { command, type Outcome } from '../../cli/command.ts';
import { option, type Params, required } from '../../cli/param.ts';
import { readDay } from '../../intake/day-text.ts';
import { type Problem, sentenceOf } from '../../intake/sheet.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadNames } from '../../naming/lookups.ts';
import { optionTerm } from '../../register/add-and-change.ts';
import { batchOf } from '../batch.ts';
import { isWrong, visitJudge } from '../judge.ts';
import { loadLookups } from '../lookups.ts';
import { namedRow } from '../naming-rules.ts';
import { CONTRADICTS } from '../repetition-rules.ts';
import { WRONG } from '../rules.ts';
import { type Visit, type VisitRow, visitSheet } from '../visit.ts';
import { highestVisit, type Repeated, visitWriter } from '../writer.ts';
import { inForm } from './visit-form.ts';

export const add = command({
  name: 'add',
  zh: '新增',
  summary: { zh: '登记一次走访', en: 'register one visit' },
  example:
    'visit add --visited-on 2023-12-30 --household-code 150722100200010001 --cadre-a 150722100200-C01 --cadre-b 150722100200-C02 --domains mediation',
  access: 'write',
  needsSetup: true,
  params: columnParams(),
  run: ({ db, today }, input) => {
    const row = Object.fromEntries(Object.keys(visitSheet).map(key => [key, input[key] ?? ''])) as unknown as VisitRow;
    const judged = judgedRow(db, row, today);
    const writer = visitWriter(db, null, ({ existing: { id }, is }) => {
      throw visitRefusal([{ column: 'visited_on', value: row.visited_on, reason: repeatOf(id, is) }]);
    });
    writer.add(batchOf(judged));
    writer.finish();
    const [further] = writer.further;
    if (further) return furtherDiary(further);
    const id = highestVisit(db);
    return {
      view: lines({ visit: id }, { zh: `已登记走访 ${id}`, en: `Visit ${id} registered` }),
      records: [String(id)],
      counts: { added: 1 },
    };
  },
});

/** The visit that a row means by its codes, or else by its names. Throws a `refused` Failure with all that is wrong with it. */
function judgedRow(db: Db, row: VisitRow, today: Day): Visit {
  const judge = (coded: VisitRow) => visitJudge(loadLookups(db, coded.household_code), today)(coded);
  const byCodes = judge(row);
  if (!isWrong(byCodes)) return byCodes;
  const { row: coded, problems } = namedRow(loadNames(db), row, NOTHING_SAID, readDay(row.visited_on) ?? today);
  if (problems.length > 0) throw visitRefusal(problems);
  const judged = judge(coded);
  if (isWrong(judged)) throw visitRefusal(judged);
  return judged;
}

function columnParams(): Params {
  return Object.fromEntries(
    Object.values(visitSheet).map(field => {
      const open = option(optionTerm(field), field.title);
      const param = inForm(field.key, open);
      return [field.key, field.optional ? param : required(param)];
    }),
  );
}

/** A single visit says no more than its columns. */
const NOTHING_SAID = { unit_code: '', head_name: '', group: '', visitors: '' };

export function visitRefusal(problems: readonly Problem[]): Failure {
  const lacked = ADDED_FIRST.find(([reason]) => problems.some(problem => problem.reason === reason));
  return new Failure('refused', sentenceOf(visitSheet, problems), lacked?.[1]);
}

/** What a visit needs in the ledger, and the command that enters it; what the others rest on comes first. */
const ADDED_FIRST: readonly (readonly [reason: Text, hint: Text])[] = [
  [WRONG.household, entering('household add', '户', 'the household')],
  [WRONG.cadre, entering('cadre add', '干部', 'the cadre')],
  [WRONG.pair, entering('pair add', '结对', 'the pair')],
  [WRONG.assigned, entering('assignment add', '包户', 'the assignment')],
];

function entering(command: string, zh: string, en: string): Text {
  return {
    zh: `还没登记的${zh}先用 tiaochu ${command} 登记`,
    en: `Enter ${en} first with tiaochu ${command}, if it is not in the ledger yet`,
  };
}

/** A further diary makes no second visit. */
function furtherDiary({ visit, number }: { readonly visit: number; readonly number: number }): Outcome {
  return {
    view: lines(
      { visit, diary: number },
      {
        zh: `走访 ${visit} 补记第 ${number} 篇日记，不另算一次走访`,
        en: `Visit ${visit} has diary ${number} now; it is still one visit`,
      },
    ),
    records: [String(visit)],
    counts: { added: 1 },
  };
}

function repeatOf(id: number, is: Repeated['is']): Text {
  if (is === 'facts')
    return {
      zh: `同日、同户、同两人、同方式的走访已登记为 ${id} 号，但工作领域或代访不同（更正用 tiaochu visit correct）`,
      en: `is the day of visit ${id}: same household, pair and mode, but other domains or another substitute mark (tiaochu visit correct changes it)`,
    };
  if (is === 'fields') return CONTRADICTS.fields.inLedger;
  return {
    zh: `同日、同户、同两人、同方式的走访已登记为 ${id} 号（更正用 tiaochu visit correct）`,
    en: `is the day of visit ${id}: same household, pair and mode (tiaochu visit correct changes it)`,
  };
}
