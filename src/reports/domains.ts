import { share } from '../kernel/figures.ts';
import type { Text } from '../kernel/text.ts';
import { column, detail } from '../kernel/view.ts';
import { count, rows, selectFrom } from '../ledger/query.ts';
import { bitOf, DOMAIN_KINDS, MAIN_TASKS } from '../visits/domain.ts';
import { explainedCoverage } from './coverage/explain.ts';
import { countedTerm, IN_PERIOD } from './days.ts';
import { explanationOf } from './explain.ts';
import { periodReport } from './report.ts';
import type { Scope } from './scope.ts';

const COUNTED = { visits: 'visits', phone: 'phone', absent: 'absent' } as const;

export const domains = periodReport({
  summary: {
    zh: '各工作领域的走访：三项重点工作、三项主要任务和其他',
    en: 'visits by task domain: the three key works, the three main tasks and others',
  },
  example: 'report domains --year 2023 --unit 150722100',
  personal: true,
  title: { zh: '工作领域', en: 'Task domains' },
  rule: {
    zh: '一次走访可以涉及几个领域，在每个领域各计一次；合计只算一次，各领域占比之和可以超过 100%。重点工作：矛盾调处、信访维稳、乡村振兴；主要任务由各旗县用 tiaochu domain add --kind main 录入。某领域的走访用 tiaochu visit list --domain 列出',
    en: 'A visit can serve several domains and counts in each; the total counts it once, so that shares can add up to more than 100%. Key works: mediation, petition work, revitalisation. The office enters its main tasks with domain add --kind main. visit list --domain lists the visits of one.',
  },
  figures(scope) {
    const counts = visitsByMask(scope);
    const total = figuresOf(counts);
    return {
      columns: [
        column('domain', '代码', 'Domain', 'code'),
        column('name', '工作领域', 'Name'),
        detail('kind', '类型', 'Kind', 'word'),
        column('key_task', '重点工作', 'Key work', 'flag'),
        column('visits', '入户户次', 'Visits', 'integer'),
        column('share', '占入户户次', 'Share', 'rate'),
        detail('phone', '电话', 'Phone', 'integer'),
        detail('absent', '家中无人', 'Absent', 'integer'),
      ],
      rows: domainRows(scope, counts).map(row => ({ ...row, share: share(row.visits, total.visits) })),
      totals: { name: { zh: '合计', en: 'Total' }, ...total, share: share(total.visits, total.visits) },
      notes: mainTasksMissing(scope),
    };
  },
  explain: (scope, wanted) => explainedCoverage(scope, explanationOf(COUNTED, wanted)),
});

/** The domains in force in the period, and others with visits in it. */
function domainRows({ db, period }: Scope, counts: readonly MaskCount[]) {
  return rows(db, selectFrom('domain').selectAll().orderBy('id')).flatMap(domain => {
    const { code, name_zh, name_en, kind, from_on, to_on } = domain;
    const own = counts.filter(({ mask }) => (mask & bitOf(domain)) !== 0);
    if (own.length === 0 && (from_on > period.to || to_on <= period.from)) return [];
    const named = { domain: code, name: { zh: name_zh, en: name_en }, kind: DOMAIN_KINDS[kind] };
    return [{ ...named, key_task: kind === 'key', ...figuresOf(own) }];
  });
}

/** The article speaks of three main tasks without naming them (S-20): a remark says how many the office has entered. */
function mainTasksMissing({ db, period }: Scope): Text[] {
  const entered = count(
    db,
    selectFrom('domain').where('kind', '=', 'main').where('from_on', '<=', period.to).where('to_on', '>', period.from),
  );
  if (entered >= MAIN_TASKS) return [];
  return [
    {
      zh: `三项主要任务已录入 ${entered} 项`,
      en: `${entered} of the three main tasks entered`,
    },
  ];
}

interface MaskCount {
  readonly mask: number;
  readonly mode: 'home' | 'phone' | 'absent';
  readonly visits: number;
}

/** Visits by their set of domains and their mode: a few hundred rows, however many visits there are. */
function visitsByMask({ db, period, within }: Scope): MaskCount[] {
  const narrowed = within
    ? `and v.household_id in (select t.household_id from household_term t
         where t.unit_id in (select value from json_each(@units)) and ${countedTerm('t')})`
    : '';
  return db
    .prepare(
      `select v.domains as mask, v.mode, count(*) as visits from visit v
       where v.visited_on ${IN_PERIOD} ${narrowed} group by v.domains, v.mode`,
    )
    .all(within ? { ...period, units: JSON.stringify([...within]) } : period) as MaskCount[];
}

function figuresOf(counts: readonly MaskCount[]) {
  const sum = (mode: MaskCount['mode']) =>
    counts.filter(count => count.mode === mode).reduce((total, { visits }) => total + visits, 0);
  return { visits: sum('home'), phone: sum('phone'), absent: sum('absent') };
}
