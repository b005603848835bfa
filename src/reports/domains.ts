import { command } from '../cli/command.ts';
import { periodParams, unitParam } from '../cli/places.ts';
import { type Period, periodOf, periodText } from '../kernel/period.ts';
import { column } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { unitsWithin } from '../units/tree.ts';
import { bitOf, type Domain } from '../visits/domain.ts';
import { explainedCoverage } from './coverage/explain.ts';
import { explainer, explainParam } from './explain.ts';

const COLUMNS = [
  column('domain', '代码', 'Domain'),
  column('name', '工作领域', 'Name'),
  column('key_task', '重点工作', 'Key task', 'flag'),
  column('visits', '入户户次', 'Visits', 'integer'),
  column('share', '占入户户次', 'Share', 'rate'),
  column('phone', '电话', 'Phone', 'integer'),
  column('absent', '无人', 'Absent', 'integer'),
] as const;
const COUNTED = { visits: 'visits', phone: 'phone', absent: 'absent' } as const;

const NOTE = {
  zh: '一次走访可以涉及几个领域，在每个领域各计一次；合计只算一次，各领域占比之和可以超过 100%。重点工作：矛盾调处、信访维稳、乡村振兴。某领域的走访用 visit list --domain 列出',
  en: 'A visit can serve several domains and counts in each; the total counts it once, so that shares can add up to more than 100%. Key tasks: mediation, petition work, revitalisation. visit list --domain lists the visits of one.',
};

export const domains = command({
  name: 'domains',
  zh: '领域',
  summary: { zh: '各工作领域的走访：三项重点工作和其他', en: 'visits by task domain: the three key tasks and others' },
  example: 'report domains --year 2023 --unit 150722100',
  access: 'read',
  personal: true,
  params: { ...periodParams, unit: unitParam, explain: explainParam },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    if (input.explain !== undefined)
      return { view: explainedCoverage(db, tree, period, within, explainer(COUNTED, input.explain)) };
    const counts = visitsByMask(db, period, within);
    const total = figuresOf(counts);
    const known = db.prepare('select * from domain order by id').all() as (Domain & { readonly is_key: number })[];
    const rows = known
      .map(domain => ({ domain, ...figuresOf(counts.filter(({ mask }) => (mask & bitOf(domain)) !== 0)) }))
      .filter(({ domain, ...made }) => overlaps(domain, period) || made.visits + made.phone + made.absent > 0)
      .map(({ domain, ...made }) => ({
        domain: domain.code,
        name: { zh: domain.name_zh, en: domain.name_en },
        key_task: domain.is_key === 1,
        ...made,
        share: total.visits === 0 ? null : made.visits / total.visits,
      }));
    return {
      view: {
        shape: 'table',
        title: { zh: `工作领域（${periodText(period).zh}）`, en: `Task domains (${periodText(period).en})` },
        columns: COLUMNS,
        rows,
        totals: { name: { zh: '合计', en: 'Total' }, ...total, share: total.visits === 0 ? null : 1 },
        notes: [NOTE],
      },
      counts: { shown: rows.length },
    };
  },
});

const overlaps = (domain: Domain, { from, to }: Period) => domain.from_on <= to && domain.to_on > from;

interface MaskCount {
  readonly mask: number;
  readonly mode: 'home' | 'phone' | 'absent';
  readonly visits: number;
}

/** Visits by their set of domains and their mode: a few hundred rows, however many visits there are. */
function visitsByMask(db: Db, period: Period, within: ReadonlySet<number> | undefined): MaskCount[] {
  const narrowed =
    within === undefined
      ? ''
      : 'and v.household_id in (select id from household where unit_id in (select value from json_each(@units)))';
  return db
    .prepare(
      `select v.domains as mask, v.mode, count(*) as visits from visit v
       where v.visited_on >= @from and v.visited_on <= @to ${narrowed} group by v.domains, v.mode`,
    )
    .all(within === undefined ? period : { ...period, units: JSON.stringify([...within]) }) as MaskCount[];
}

function figuresOf(counts: readonly MaskCount[]) {
  const sum = (mode: MaskCount['mode']) =>
    counts.reduce((total, one) => total + (one.mode === mode ? one.visits : 0), 0);
  return { visits: sum('home'), phone: sum('phone'), absent: sum('absent') };
}
