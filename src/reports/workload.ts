import { agentRows } from '../agents/store.ts';
import { flag } from '../cli/param.ts';
import { covers, dayNumber } from '../kernel/day.ts';
import { median } from '../kernel/figures.ts';
import { untilToday } from '../kernel/period.ts';
import { chosen, column, type Row } from '../kernel/view.ts';
import { explanationOf, titleOf } from './explain.ts';
import { PETITION_COLUMNS, type PetitionFact, petitionFacts, petitionRow } from './petitions/facts.ts';
import { type PetitionsBehind, sortPetitions } from './petitions/figures.ts';
import { periodReport } from './report.ts';
import { includes, type Scope, unitCells } from './scope.ts';

const FIRST = [
  column('agent_code', '代办员编号', 'Agent', 'code'),
  column('agent', '姓名', 'Name', 'name'),
  column('unit_code', '单位代码', 'Unit code', 'code'),
  column('unit', '单位', 'Unit', 'label'),
] as const;

const FIGURES = [
  column('open', '在办', 'Open', 'integer'),
  column('concluded', '办结', 'Concluded', 'integer'),
  column('overdue', '逾期', 'Overdue', 'integer'),
  column('median_days', '办理天数中位数', 'Median days', 'integer'),
] as const;

export const workload = periodReport({
  summary: {
    zh: '代办员的工作量：在办、办结、逾期、办理天数',
    en: 'each agent’s open, concluded and overdue petitions',
  },
  example: 'report workload --unit 150722100',
  personal: true,
  title: { zh: '代办员工作量', en: 'Agents’ workload' },
  rule: {
    zh: '在办、逾期按期末，办结按统计期；天数从受理到办结；按期末的代办员。尚未指派代办员的信访不在表内',
    en: 'Open and overdue at the end of the period, concluded in it; days from acceptance to conclusion; by the agent at the end. Petitions without an agent are not in the table.',
  },
  params: { busy: flag('--busy', { zh: '只列有信访的代办员', en: 'only agents with petitions' }) },
  figures(scope, { busy }) {
    const loads = loadsOf(scope, busy);
    return {
      columns: [...FIRST, ...FIGURES],
      rows: loads.map(({ labels, behind }) => ({ ...labels, ...figuresOf([behind]) })),
      totals: { unit: { zh: '合计', en: 'Total' }, ...figuresOf(loads.map(({ behind }) => behind)) },
    };
  },
  explain(scope, wanted, { busy }) {
    const key = explanationOf(EXPLAINED, wanted);
    const rows = loadsOf(scope, busy).flatMap(({ labels, behind }) =>
      behind[key].map(petition => ({ ...labels, ...petitionRow(scope, petition) })),
    );
    return { title: titleOf(FIGURES, wanted), columns: [...FIRST, ...chosen(PETITION_COLUMNS, CASE_KEYS)], rows };
  },
});

/** The unit of a petition is its agent's here. */
const CASE_KEYS = ['number', 'demand', 'status', 'accepted_on', 'reply_due_on', 'concluded_on'];

const EXPLAINED = { open: 'open', concluded: 'concluded', overdue: 'overdue', median_days: 'concluded' } as const;

/** The agents of the units with their petitions: all agents of the period's last day, and earlier ones that had petitions. */
function loadsOf(scope: Scope, busy: boolean) {
  const counted = untilToday(scope.period, scope.today);
  const facts = petitionFacts(scope.db, counted);
  const agents = agentRows(scope.db).filter(agent => includes(scope, agent.unit_id));
  return agents.flatMap(agent => {
    const own = facts.filter(petition => petition.agent === agent.code);
    const behind = sortPetitions(own, counted);
    const isBusy = behind.open.length + behind.concluded.length > 0;
    if (!isBusy && (busy || !covers(agent, scope.period.to))) return [];
    return [{ labels: { agent_code: agent.code, agent: agent.name, ...unitCells(scope, agent.unit_id) }, behind }];
  });
}

function figuresOf(loads: readonly PetitionsBehind[]): Row {
  const concluded = loads.flatMap(load => load.concluded);
  const [open, overdue] = [loads.flatMap(load => load.open), loads.flatMap(load => load.overdue)];
  const median_days = median(concluded.map(daysToConclude));
  return { open: open.length, concluded: concluded.length, overdue: overdue.length, median_days };
}

function daysToConclude({ concludedOn, acceptedOn, lodgedOn }: PetitionFact): number {
  return dayNumber(concludedOn ?? lodgedOn) - dayNumber(acceptedOn ?? lodgedOn);
}
