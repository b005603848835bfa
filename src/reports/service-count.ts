import { SERVICE_KINDS } from '../centre/records.ts';
import { keysOf } from '../kernel/keys.ts';
import { column } from '../kernel/view.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import { explanationOf, titleOf } from './explain.ts';
import { periodReport } from './report.ts';
import type { Scope } from './scope.ts';

const FIRST = [column('window_code', '窗口编号', 'Window code', 'code'), column('window', '窗口', 'Window')];
const FIGURES = [
  ...keysOf(SERVICE_KINDS).map(kind => {
    const { zh, en } = SERVICE_KINDS[kind];
    return column(kind, zh, en.charAt(0).toUpperCase() + en.slice(1), 'integer');
  }),
  column('services', '服务次数', 'Services', 'integer'),
  column('people', '服务人数', 'People', 'integer'),
];
const TOTAL = { window: { zh: '合计', en: 'Total' } };

/** `service count`: what the windows served (S-50); it is made like the reports and is handed to the service commands. */
export const serviceCount = periodReport({
  summary: { zh: '按窗口和类型统计服务次数、人数', en: 'count the services by window and kind, and the people served' },
  example: 'service count --year 2023',
  everywhere: true,
  title: { zh: '窗口服务', en: 'Services' },
  rule: {
    zh: '统计期内任何一天开放的窗口都列出，没有服务记录的为 0；人数为各次服务人数之和，同一人多次的按次计',
    en: 'Every window that was open on any day of the period, those without a service with 0. People: the sum over the services, a person served twice counts twice.',
  },
  figures(scope) {
    const served = servicesIn(scope);
    return {
      columns: [...FIRST, ...FIGURES],
      rows: windowsIn(scope).map(({ code, name }) => ({
        window_code: code,
        window: name,
        ...figuresOf(served.filter(({ window_code }) => window_code === code)),
      })),
      totals: { ...TOTAL, ...figuresOf(served) },
    };
  },
  explain(scope, wanted) {
    const counts = explanationOf(EXPLAINED, wanted);
    const served = servicesIn(scope).filter(counts);
    return {
      title: titleOf(FIGURES, wanted),
      columns: [
        ...FIRST,
        column('code', '服务编号', 'Service', 'code'),
        column('kind', '服务类型', 'Kind'),
        column('served_on', '服务日期', 'Day', 'day'),
        column('people', '人数', 'People', 'integer'),
        column('note', '说明', 'Note'),
      ],
      rows: served.map(service => ({ ...service, kind: SERVICE_KINDS[service.kind] })),
      totals: { ...TOTAL, people: figuresOf(served).people },
    };
  },
});

type Service = ReturnType<typeof servicesIn>[number];

const EXPLAINED: Readonly<Record<string, (service: Service) => boolean>> = {
  ...Object.fromEntries(keysOf(SERVICE_KINDS).map(kind => [kind, (service: Service) => service.kind === kind])),
  services: () => true,
  people: () => true,
};

function figuresOf(services: readonly Service[]) {
  const counts = keysOf(SERVICE_KINDS).map(kind => [kind, services.filter(service => service.kind === kind).length]);
  const people = services.reduce((sum, service) => sum + service.people, 0);
  return { ...Object.fromEntries(counts), services: services.length, people };
}

function windowsIn({ db, period: { from, to } }: Scope) {
  const windows = selectFrom('window').select(['code', 'name']).where('from_on', '<=', to).where('to_on', '>', from);
  return rows(db, windows.orderBy('code'));
}

/** The services of the period, window by window. */
function servicesIn({ db, period: { from, to } }: Scope) {
  return rows(
    db,
    selectFrom('service as s')
      .innerJoin('window as w', 'w.id', 's.window_id')
      .select(['s.code', 'w.code as window_code', 'w.name as window', 's.kind', 's.served_on', 's.people', 's.note'])
      .where(eb => eb.between('s.served_on', from, to))
      .where('s.withdrawn_on', 'is', null)
      .orderBy('w.code')
      .orderBy('s.served_on')
      .orderBy('s.code'),
  );
}
