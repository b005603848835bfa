import { SERVICE_KIND_LIST, SERVICE_KINDS, type ServiceKind } from '../centre/service-record.ts';
import { command } from '../cli/command.ts';
import { periodParams } from '../cli/places.ts';
import { type Period, periodOf, periodText } from '../kernel/period.ts';
import { counted } from '../kernel/text.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { explainer, explainParam } from './explain.ts';

const FIRST = [column('window_code', '窗口编号', 'Window code'), column('window', '窗口', 'Window')];
const FIGURES = [
  ...SERVICE_KIND_LIST.map(kind => {
    const { zh, en } = SERVICE_KINDS[kind];
    return column(kind, zh, en.charAt(0).toUpperCase() + en.slice(1), 'integer');
  }),
  column('services', '服务次数', 'Services', 'integer'),
  column('people', '服务人数', 'People', 'integer'),
];

interface Served {
  readonly code: string;
  readonly window_code: string;
  readonly kind: ServiceKind;
  readonly served_on: string;
  readonly people: number;
  readonly note: string;
}

/** `service count`: what the windows served (S-50); it stands with the reports and is handed to the service commands. */
export const serviceCount = command({
  name: 'count',
  zh: '统计',
  summary: { zh: '按窗口和类型统计服务次数、人数', en: 'count the services by window and kind, and the people served' },
  example: 'service count --year 2023',
  access: 'read',
  params: { ...periodParams, explain: explainParam },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const served = servedIn(db, period);
    const windows = windowsIn(db, period);
    if (input.explain !== undefined) return { view: explained(input.explain, windows, served, period) };
    const rows = windows.map(({ code, name }) => ({
      window_code: code,
      window: name,
      ...figures(served.filter(one => one.window_code === code)),
    }));
    return {
      view: {
        shape: 'table',
        title: { zh: `窗口服务（${periodText(period).zh}）`, en: `Services (${periodText(period).en})` },
        columns: [...FIRST, ...FIGURES],
        rows,
        totals: { window: { zh: '合计', en: 'Total' }, ...figures(served) },
        notes: [
          {
            zh: '统计期内任何一天开放的窗口都列出，没有服务记录的为 0；人数为各次服务人数之和，同一人来几次算几次',
            en: 'Every window that was open on any day of the period, those without a service with 0. People: the sum over the services, whoever comes twice counts twice.',
          },
        ],
      },
      counts: { shown: rows.length },
    };
  },
});

function figures(services: readonly Served[]): Row {
  const counts = SERVICE_KIND_LIST.map(kind => [kind, services.filter(one => one.kind === kind).length]);
  const people = services.reduce((sum, one) => sum + one.people, 0);
  return { ...Object.fromEntries(counts), services: services.length, people };
}

const EXPLAINED: Readonly<Record<string, (one: Served) => boolean>> = {
  ...Object.fromEntries(SERVICE_KIND_LIST.map(kind => [kind, (one: Served) => one.kind === kind])),
  services: () => true,
  people: () => true,
};

/** The services behind the figures of a column, window by window. */
function explained(wanted: string, windows: readonly Window[], served: readonly Served[], period: Period): Table {
  const counts = explainer(EXPLAINED, wanted);
  const rows = windows.flatMap(({ code, name }) =>
    served
      .filter(one => one.window_code === code && counts(one))
      .map(one => ({ ...one, window: name, kind: SERVICE_KINDS[one.kind] })),
  );
  const title = FIGURES.find(one => one.key === wanted)?.title;
  const span = periodText(period);
  return {
    shape: 'table',
    title: { zh: `「${title?.zh}」由这些记录得来（${span.zh}）`, en: `What stands behind "${title?.en}" (${span.en})` },
    columns: [
      ...FIRST,
      column('code', '服务编号', 'Service'),
      column('kind', '服务类型', 'Kind'),
      column('served_on', '服务日期', 'Day', 'day'),
      column('people', '人数', 'People', 'integer'),
      column('note', '说明', 'Note'),
    ],
    rows,
    totals: { window: { zh: '合计', en: 'Total' }, people: rows.reduce((sum, one) => sum + one.people, 0) },
    notes: [{ zh: `共 ${rows.length} 条`, en: counted(rows.length, 'row') }],
  };
}

interface Window {
  readonly code: string;
  readonly name: string;
}

function windowsIn(db: Db, period: Period): Window[] {
  return db
    .prepare('select code, name from window where from_on <= @to and to_on > @from order by code')
    .all(period) as Window[];
}

function servedIn(db: Db, period: Period): Served[] {
  return db
    .prepare(
      `select s.code, w.code as window_code, s.kind, s.served_on, s.people, s.note from service s
       join window w on w.id = s.window_id where s.served_on >= @from and s.served_on <= @to and s.withdrawn_on is null
       order by s.served_on, s.code`,
    )
    .all(period) as Served[];
}
