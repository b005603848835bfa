import { type Column, column, type Row } from '../../kernel/view.ts';
import { explanationOf } from '../explain.ts';
import { periodReport } from '../report.ts';
import { includes, type Scope, UNIT_COLUMNS, unitCells } from '../scope.ts';
import { disputeFindings } from './dispute-findings.ts';
import { type Finding, KINDS } from './finding.ts';
import { householdFindings } from './household-findings.ts';
import { visitFindings } from './visit-findings.ts';

/** How leads are listed. */
const LABELS = [
  column('kind', '类型', 'Kind', 'word'),
  ...UNIT_COLUMNS,
  column('who', '对象', 'Who', 'code'),
  column('what', '内容', 'What'),
] as const;
const COUNT = column('count', '次数', 'Count', 'integer');

export const quality = periodReport({
  summary: {
    zh: '供督查核实的线索：日记雷同（同组或多组）、一日走访过多、登记同时化解、全部化解、像是同一户',
    en: 'what a supervisor may look into: same diaries of one pair or several, sixty visits a day, settled as entered, all settled, households entered twice',
  },
  example: 'report quality --year 2023',
  personal: true,
  title: { zh: '真实性核查线索', en: 'Leads to verify' },
  rule: {
    zh: '仅供督查核实，不作为处罚依据。日记雷同：同一结对在期内有 3 户次以上入户的日记相同；多组日记雷同：同一个村由几组结对在期内入户 5 户次以上、日记完全一致（6 个字以上）；一日走访过多：同一结对一天入户 60 户次以上；登记同时化解：登记当天化解，且两次录入相隔不到 1 分钟（导入的不算）；全部化解：期内登记 5 件以上、期末全部化解的单位；像是同一户：期末同一机构里户主、地址都相同的户',
    en: 'For a supervisor to look into; no proof, and nothing follows by itself. Same diary: of three home visits or more by one pair in the period. Same diary by several pairs: of five home visits or more in one village, word for word, six characters or longer. Many visits: sixty home visits or more by one pair on one day. Settled as entered: on the day of registration, both entered within a minute (imports left out). All settled: units that registered five or more, all settled at the period’s end. Perhaps one household: of one unit, with the same head at the same address at the period’s end.',
  },
  figures: qualityLeads,
  /** The visits and disputes behind the counts: exactly as many. */
  explain(scope, wanted) {
    return {
      title: explanationOf({ count: COUNT.title }, wanted),
      columns: [
        ...LABELS,
        column('record', '走访号、编号或户编号', 'Record', 'code'),
        column('on_day', '日期', 'Day', 'day'),
      ],
      rows: findingsOf(scope).flatMap(finding =>
        finding.records().map(record => ({ ...labels(scope, finding), ...record })),
      ),
    };
  },
});

/** The leads of a period, a row each. */
export function qualityLeads(scope: Scope): { readonly columns: readonly Column[]; readonly rows: readonly Row[] } {
  const rows = findingsOf(scope).map(finding => ({ ...labels(scope, finding), count: finding.count }));
  return { columns: [...LABELS, COUNT], rows };
}

function findingsOf(scope: Scope): Finding[] {
  return [...visitFindings(scope), ...disputeFindings(scope), ...householdFindings(scope)].filter(({ unit }) =>
    includes(scope, unit),
  );
}

function labels(scope: Scope, { kind, unit, who, what }: Finding): Row {
  return { kind: KINDS[kind], ...unitCells(scope, unit), who, what };
}
