import { agentRows } from '../../agents/store.ts';
import { command } from '../../cli/command.ts';
import { choice } from '../../cli/param.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import { departmentRows } from '../../departments/store.ts';
import { periodOf, periodText, untilToday } from '../../kernel/period.ts';
import { counted as countedRows } from '../../kernel/text.ts';
import { type Cell, type Column, column, detail, type Row, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { RATINGS } from '../../petitions/petition.ts';
import { petitionCategories } from '../../petitions/store.ts';
import { STATUSES } from '../../petitions/transitions.ts';
import { loadTree } from '../../units/store.ts';
import { everyUnit, type UnitTree, unitsWithin } from '../../units/tree.ts';
import { explainer, explainParam } from '../explain.ts';
import { type PetitionFact, petitionFacts } from './facts.ts';
import { explainedColumns, petitionFigures, sortPetitions } from './figures.ts';

const BY = ['unit', 'agent', 'department', 'category'] as const;
type By = (typeof BY)[number];

const FIRST: Readonly<Record<By, readonly Column[]>> = {
  unit: [column('unit_code', '机构代码', 'Unit code'), column('unit', '机构', 'Unit')],
  agent: [
    column('agent_code', '代办员编号', 'Agent'),
    column('agent', '姓名', 'Name', 'name'),
    column('unit', '单位', 'Unit'),
  ],
  department: [column('department_code', '部门代码', 'Code'), column('department', '部门', 'Department')],
  category: [column('category_code', '代码', 'Code'), column('category', '类别', 'Category')],
};

const FIGURES = [
  column('lodged', '登记', 'Lodged', 'integer'),
  column('accepted', '受理', 'Accepted', 'integer'),
  column('declined', '不予受理', 'Declined', 'integer'),
  column('concluded', '办结', 'Concluded', 'integer'),
  column('open', '在办', 'Open', 'integer'),
  column('overdue', '逾期', 'Overdue', 'integer'),
  detail('accepted_on_time', '及时受理', 'Accepted on time', 'integer'),
  detail('acceptance_due', '应受理', 'of accepted', 'integer'),
  column('acceptance_rate', '及时受理率', 'On-time acceptance', 'rate'),
  detail('replied_on_time', '按期答复', 'Replied on time', 'integer'),
  detail('reply_due', '应答复', 'of due', 'integer'),
  column('reply_rate', '按期答复率', 'On-time reply', 'rate'),
  detail('repeats', '重复', 'Repeats', 'integer'),
  column('repeat_rate', '重复率', 'Repeat rate', 'rate'),
  detail('satisfied', '满意', 'Satisfied', 'integer'),
  detail('responded', '参评', 'Responded', 'integer'),
  column('satisfaction_rate', '满意率', 'Satisfaction', 'rate'),
  detail('asked', '应评', 'Asked', 'integer'),
  column('response_rate', '参评率', 'Response rate', 'rate'),
] as const;

const DEFINITIONS = {
  zh: '登记、受理、办结按各自日期在统计期内；在办、逾期按期末。及时受理率 = 登记后 15 日内受理 ÷（受理 + 超过 15 日未受理）；按期答复率 = 期限内（含延期）办结 ÷（办结 + 逾期未办结）；重复率 = 重复 ÷ 登记；满意率 =（满意 + 基本满意）÷ 参评；参评率 = 参评 ÷ 办结。按机构、代办员、部门、类别按期末',
  en: 'Lodged, accepted and concluded by their days in the period; open and overdue at its end. On-time acceptance = accepted within 15 days / (accepted + waiting longer). On-time reply = concluded in time (extensions included) / (concluded + overdue). Repeat rate = repeats / lodged. Satisfaction = (satisfied + basically) / responded. Response = responded / concluded. Unit, agent, department and category as at its end.',
};

export const petitions = command({
  name: 'petitions',
  zh: '信访',
  summary: { zh: '信访：受理、答复、重复、满意', en: 'petitions: accepted, answered, repeated, rated' },
  example: 'report petitions --by unit --year 2023',
  access: 'read',
  personal: true,
  params: {
    by: choice(
      '--by <what>',
      {
        zh: '按 unit 机构（默认）、agent 代办员、department 部门、category 类别',
        en: 'unit (default), agent, department or category',
      },
      BY,
      {
        unit: { zh: '机构', en: 'unit' },
        agent: { zh: '代办员', en: 'agent' },
        department: { zh: '部门', en: 'department' },
        category: { zh: '类别', en: 'category' },
      },
    ),
    ...periodParams,
    unit: unitParam,
    explain: explainParam,
  },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const counted = untilToday(period, today);
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    const by = input.by ?? 'unit';
    const facts = petitionFacts(db, counted).filter(one => !within || within.has(one.holder));
    const rows = rowsOf(db, tree, by, facts);
    const title = { zh: `信访（${periodText(period).zh}）`, en: `Petitions (${periodText(period).en})` };
    if (input.explain !== undefined) {
      const key = explainer(explainedColumns(), input.explain);
      const found = rows.flatMap(({ labels, petitions: own }) =>
        sortPetitions(own, counted)[key].map(one => ({ ...labels, ...factRow(one, tree) })),
      );
      return { view: explained([...FIRST[by], ...FACT_COLUMNS], found) };
    }
    return {
      view: {
        shape: 'table',
        title,
        columns: [...FIRST[by], ...FIGURES],
        rows: rows.map(({ labels, petitions: own }) => ({
          ...labels,
          ...petitionFigures(sortPetitions(own, counted)),
        })),
        totals: {
          [FIRST[by].at(-1)?.key ?? '']: { zh: '合计', en: 'Total' },
          ...petitionFigures(sortPetitions(facts, counted)),
        },
        notes: [DEFINITIONS],
      },
      counts: { shown: rows.length },
    };
  },
});

interface PetitionRow {
  readonly labels: Readonly<Record<string, Cell>>;
  readonly petitions: readonly PetitionFact[];
}

/** The rows of the table: those with petitions, and one for what has no agent or department. */
function rowsOf(db: Db, tree: UnitTree, by: By, facts: readonly PetitionFact[]): PetitionRow[] {
  const none = { zh: '（无）', en: 'none' };
  const kept = (rows: readonly PetitionRow[]) => rows.filter(row => row.petitions.length > 0);
  switch (by) {
    case 'unit':
      return kept(
        everyUnit(tree).map(unit => ({
          labels: { unit_code: unit.code, unit: unit.name },
          petitions: facts.filter(one => one.holder === unit.unit_id),
        })),
      );
    case 'category':
      return petitionCategories(db).map(({ code, name_zh, name_en }) => ({
        labels: { category_code: code, category: { zh: name_zh, en: name_en } },
        petitions: facts.filter(one => one.category === code),
      }));
    case 'agent': {
      const agents = agentRows(db).map(agent => ({
        labels: { agent_code: agent.code, agent: agent.name, unit: tree.units.get(agent.unit_id)?.name },
        petitions: facts.filter(one => one.agent === agent.code),
      }));
      return kept([...agents, { labels: { agent_code: none }, petitions: facts.filter(one => one.agent === null) }]);
    }
    case 'department': {
      const departments = departmentRows(db).map(({ code, name }) => ({
        labels: { department_code: code, department: name },
        petitions: facts.filter(one => one.departments.includes(code)),
      }));
      const rest = facts.filter(one => one.departments.length === 0);
      return kept([...departments, { labels: { department: none }, petitions: rest }]);
    }
  }
}

const FACT_COLUMNS = [
  column('number', '编号', 'Number'),
  column('demand', '诉求', 'Demand'),
  column('status', '状态', 'Status'),
  column('holder', '持有单位', 'Held by'),
  column('lodged_on', '登记日期', 'Lodged', 'day'),
  column('accepted_on', '受理日期', 'Accepted', 'day'),
  column('reply_due_on', '答复期限', 'Reply due', 'day'),
  column('concluded_on', '办结日期', 'Concluded', 'day'),
  column('rating', '评价', 'Rating'),
] as const;

function factRow(one: PetitionFact, tree: UnitTree): Row {
  return {
    number: one.number,
    demand: one.demand,
    status: STATUSES[one.status],
    holder: tree.units.get(one.holder)?.name,
    lodged_on: one.lodgedOn,
    accepted_on: one.acceptedOn,
    reply_due_on: one.replyDue,
    concluded_on: one.concludedOn,
    rating: one.rating === '' ? null : RATINGS[one.rating],
  };
}

function explained(columns: readonly Column[], rows: readonly Row[]): Table {
  return {
    shape: 'table',
    columns,
    rows,
    notes: [{ zh: `共 ${rows.length} 件`, en: countedRows(rows.length, 'row') }],
  };
}
