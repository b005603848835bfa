import { SERVICE_KINDS } from '../centre/records.ts';
import { type Received, receivedIn } from '../centre/window-store.ts';
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
/** What windows receive, and what is held at them, besides services (S-07, S-10). */
const RECEIVED = [
  column('disputes', '登记纠纷', 'Disputes', 'integer'),
  column('petitions', '登记信访', 'Petitions', 'integer'),
  column('sessions', '调解次数', 'Sessions', 'integer'),
];
const TOTAL = { window: { zh: '合计', en: 'Total' } };

/** `service count`: what the windows served (S-50); it is made like the reports and is handed to the service commands. */
export const serviceCount = periodReport({
  summary: { zh: '按窗口和类型统计服务次数、人数', en: 'count the services by window and kind, and the people served' },
  example: 'service count --year 2023',
  everywhere: true,
  title: { zh: '窗口服务', en: 'Services' },
  rule: {
    zh: '统计期内任何一天开放的窗口都列出，没有服务记录的为 0；人数为各次服务人数之和，同一人多次的按次计；登记纠纷、信访为在该窗口受理的，作废的不计；调解次数为在该窗口举行的调解会',
    en: 'Every window that was open on any day of the period, those without a service with 0. People: the sum over the services, a person served twice counts twice. Disputes and petitions: those that the window received, void ones left out. Sessions: mediation sessions held at it.',
  },
  figures(scope) {
    const served = servicesIn(scope);
    const taken = receivedIn(scope.db, scope.period);
    return {
      columns: [...FIRST, ...FIGURES, ...RECEIVED],
      rows: windowsIn(scope).map(({ code, name }) => ({
        window_code: code,
        window: name,
        ...figuresOf(served.filter(({ window_code }) => window_code === code)),
        ...receivedFigures(taken.filter(({ window_code }) => window_code === code)),
      })),
      totals: { ...TOTAL, ...figuresOf(served), ...receivedFigures(taken) },
    };
  },
  explain(scope, wanted) {
    const kind = RECEIVED_KINDS.get(wanted);
    if (kind) return explainReceived(scope, wanted, kind);
    const counts = explanationOf(EXPLAINED, wanted);
    const served = servicesIn(scope).filter(counts);
    return {
      title: titleOf(FIGURES, wanted),
      columns: [
        ...FIRST,
        column('code', '服务编号', 'Service', 'code'),
        column('kind', '服务类型', 'Kind', 'word'),
        column('served_on', '服务日期', 'Day', 'day'),
        column('people', '人数', 'People', 'integer'),
        column('note', '说明', 'Note'),
      ],
      rows: served.map(service => ({ ...service, kind: SERVICE_KINDS[service.kind] })),
      totals: { ...TOTAL, people: figuresOf(served).people },
    };
  },
});

const RECEIVED_KINDS: ReadonlyMap<string, Received['kind']> = new Map([
  ['disputes', 'dispute'],
  ['petitions', 'petition'],
  ['sessions', 'session'],
]);

function receivedFigures(taken: readonly Received[]) {
  const of = (kind: Received['kind']) => taken.filter(row => row.kind === kind).length;
  return { disputes: of('dispute'), petitions: of('petition'), sessions: of('session') };
}

/** The cases that windows received, or the sessions held at them, one a row. */
function explainReceived({ db, period }: Scope, wanted: string, kind: Received['kind']) {
  return {
    title: titleOf(RECEIVED, wanted),
    columns: [
      ...FIRST,
      column('number', '编号', 'Number'),
      column('title', '名称', 'Title'),
      column('on_day', '日期', 'Day', 'day'),
    ],
    rows: receivedIn(db, period).filter(row => row.kind === kind),
  };
}

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
