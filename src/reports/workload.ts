import { agentRows } from '../agents/store.ts';
import { command } from '../cli/command.ts';
import { flag } from '../cli/param.ts';
import { periodParams, unitParam } from '../cli/places.ts';
import { covers, dayNumber } from '../kernel/day.ts';
import { periodOf, periodText, untilToday } from '../kernel/period.ts';
import { column, type Row } from '../kernel/view.ts';
import { STATUSES } from '../petitions/transitions.ts';
import { loadTree } from '../units/store.ts';
import { unitsWithin } from '../units/tree.ts';
import { explainer, explainParam } from './explain.ts';
import { type PetitionFact, petitionFacts } from './petitions/facts.ts';
import { isOverdue, sortPetitions } from './petitions/figures.ts';

const FIRST = [
  column('agent_code', '代办员编号', 'Agent'),
  column('agent', '姓名', 'Name', 'name'),
  column('unit_code', '单位代码', 'Unit code'),
  column('unit', '单位', 'Unit'),
] as const;

export const workload = command({
  name: 'workload',
  zh: '工作量',
  summary: { zh: '代办员的工作量：在办、办结、逾期、办理天数', en: 'what each agent has open, concluded and overdue' },
  example: 'report workload --unit 150722100',
  access: 'read',
  personal: true,
  params: {
    ...periodParams,
    unit: unitParam,
    busy: flag('--busy', { zh: '只列有信访的代办员', en: 'only agents with petitions' }),
    explain: explainParam,
  },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const counted = untilToday(period, today);
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    const facts = petitionFacts(db, counted);
    const rows = agentRows(db)
      .filter(agent => !within || within.has(agent.unit_id))
      .map(agent => {
        const own = facts.filter(one => one.agent === agent.code);
        const unit = tree.units.get(agent.unit_id);
        const labels = { agent_code: agent.code, agent: agent.name, unit_code: unit?.code, unit: unit?.name };
        const { open, concluded } = sortPetitions(own, counted);
        return {
          labels,
          active: covers(agent, period.to),
          open,
          concluded,
          overdue: own.filter(one => isOverdue(one, counted.to)),
        };
      })
      .filter(row => row.open.length + row.concluded.length > 0 || (row.active && !input.busy));
    if (input.explain !== undefined) {
      const select = explainer(EXPLAINED, input.explain);
      const found = rows.flatMap(row => select(row).map(one => ({ ...row.labels, ...factRow(one) })));
      return { view: { shape: 'table', columns: [...FIRST, ...FACT_COLUMNS], rows: found } };
    }
    const all = (key: 'open' | 'concluded' | 'overdue') => rows.flatMap(row => row[key]);
    return {
      view: {
        shape: 'table',
        title: { zh: `代办员工作量（${periodText(period).zh}）`, en: `Agents’ workload (${periodText(period).en})` },
        columns: [
          ...FIRST,
          column('open', '在办', 'Open', 'integer'),
          column('concluded', '办结', 'Concluded', 'integer'),
          column('overdue', '逾期', 'Overdue', 'integer'),
          column('median_days', '办理天数中位', 'Median days', 'integer'),
        ],
        rows: rows.map(row => ({ ...row.labels, ...figures(row) })),
        totals: {
          agent: null,
          unit: { zh: '合计', en: 'Total' },
          ...figures({ open: all('open'), concluded: all('concluded'), overdue: all('overdue') }),
        },
        notes: [
          {
            zh: '在办、逾期按期末，办结按统计期；天数从受理到办结；按期末的代办员。还没有代办员的信访不在表内',
            en: 'Open and overdue at the end of the period, concluded in it; days from acceptance to conclusion; by the agent at the end. Petitions without an agent are not in the table.',
          },
        ],
      },
      counts: { shown: rows.length },
    };
  },
});

interface Load {
  readonly open: readonly PetitionFact[];
  readonly concluded: readonly PetitionFact[];
  readonly overdue: readonly PetitionFact[];
}

const EXPLAINED: Readonly<Record<string, (load: Load) => readonly PetitionFact[]>> = {
  open: load => load.open,
  concluded: load => load.concluded,
  overdue: load => load.overdue,
  median_days: load => load.concluded,
};

function figures({ open, concluded, overdue }: Load): Row {
  const days = concluded
    .map(one => dayNumber(one.concludedOn ?? one.lodgedOn) - dayNumber(one.acceptedOn ?? one.lodgedOn))
    .sort((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  const upper = days[middle] ?? null;
  const median = upper === null || days.length % 2 === 1 ? upper : (upper + (days[middle - 1] ?? upper)) / 2;
  return { open: open.length, concluded: concluded.length, overdue: overdue.length, median_days: median };
}

const FACT_COLUMNS = [
  column('number', '编号', 'Number'),
  column('demand', '诉求', 'Demand'),
  column('status', '状态', 'Status'),
  column('accepted_on', '受理日期', 'Accepted', 'day'),
  column('reply_due_on', '答复期限', 'Reply due', 'day'),
  column('concluded_on', '办结日期', 'Concluded', 'day'),
] as const;

function factRow(one: PetitionFact): Row {
  const { number, demand, status, acceptedOn, replyDue, concludedOn } = one;
  return {
    number,
    demand,
    status: STATUSES[status],
    accepted_on: acceptedOn,
    reply_due_on: replyDue,
    concluded_on: concludedOn,
  };
}
