import type { Command } from '../cli/command.ts';
import { choice, option, type Param } from '../cli/param.ts';
import { departmentRecord } from '../departments/records.ts';
import { notFound } from '../kernel/failure.ts';
import { type Noun, wordList } from '../kernel/text.ts';
import { column, spanColumns } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { named } from '../naming/named-param.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import type { SimpleRow } from '../register/simple-store.ts';
import { SERVICE_KINDS, serviceRecord, stationingRecord, windowRecord } from './records.ts';
import { openWindowProblem } from './rules.ts';
import { departmentNames, serviceDays, servicesOf, stationingsAt, windowNames } from './store.ts';
import { receivedAt, receivedSince } from './window-store.ts';

const WINDOW = { column: column('window', '窗口', 'Window'), of: windowNames };
const DEPARTMENT = { column: column('department', '部门', 'Department'), of: departmentNames };

/** A filter of a list: only the rows that name a known window, or a known department. */
const only = (key: string, param: Param<unknown>, title: Noun, { of }: typeof WINDOW) => ({
  param,
  passes: (db: Db, wanted: string) => {
    if (!of(db).has(wanted)) notFound(title, wanted);
    return (row: SimpleRow) => row[key] === wanted;
  },
});
const windowOption = named(option('--window <code>', { zh: '只看一个窗口', en: 'one window only' }), 'window');
const ofWindow = only('window_code', windowOption, windowRecord.title, WINDOW);
const departmentOption = named(
  option('--department <code>', { zh: '只看一个部门', en: 'one department only' }),
  'department',
);

/** what windows receive besides services, and what is held at them. */
const RECEIVED = wordList({
  dispute: { zh: '登记纠纷', en: 'disputes registered' },
  petition: { zh: '登记信访', en: 'petitions lodged' },
  session: { zh: '调解', en: 'mediation sessions' },
});

export const windowCommands: readonly Command[] = simpleCommands(windowRecord, {
  sample: 'CK01',
  add: '--code CK99 --name 劳动争议调解窗口',
  change: '--name 信访接待大厅窗口 --reason 更名',
  file: 'windows.csv',
  openWork: (db, { id }, on) =>
    openWindowProblem(stationingsAt(db, id), serviceDays(db, id), receivedSince(db, id, on), on),
  more: (db, { id }) => [
    {
      shape: 'table',
      key: 'stationings',
      title: { zh: '进驻部门', en: 'Departments' },
      columns: [
        column('code', '进驻编号', 'Stationing', 'code'),
        column('department_code', '部门代码', 'Department code', 'code'),
        column('department', '部门', 'Department'),
        ...spanColumns,
      ],
      rows: stationingsAt(db, id),
    },
    {
      shape: 'table',
      key: 'services',
      title: { zh: '服务', en: 'Services' },
      columns: [
        column('kind', '服务类型', 'Kind', 'word'),
        column('services', '次数', 'Services', 'integer'),
        column('people', '人数', 'People', 'integer'),
        column('last_on', '最近一次', 'Latest', 'day'),
      ],
      rows: servicesOf(db, id).map(row => ({ ...row, kind: SERVICE_KINDS[row.kind] })),
    },
    {
      shape: 'table',
      key: 'received',
      title: { zh: '受理和调解', en: 'Received and mediated' },
      columns: [
        column('kind', '种类', 'Kind', 'word'),
        column('cases', '件次', 'Count', 'integer'),
        column('last_on', '最近一次', 'Latest', 'day'),
      ],
      rows: receivedAt(db, id).map(row => ({ ...row, kind: RECEIVED[row.kind] })),
    },
  ],
});

export const stationingCommands: readonly Command[] = simpleCommands(stationingRecord, {
  sample: 'CK01-XFJ',
  add: '--code CK01-MZJ --window-code CK01 --department-code MZJ',
  file: 'stationings.csv',
  beside: { window_code: WINDOW, department_code: DEPARTMENT },
  filters: {
    window: ofWindow,
    department: only('department_code', departmentOption, departmentRecord.title, DEPARTMENT),
  },
});

/** The services at windows; `service count` is a report and is added where the command tree is put together. */
export const serviceCommands: readonly Command[] = simpleCommands(serviceRecord, {
  sample: 'FW-2023-001',
  add: '--code FW-2023-999 --window-code CK01 --kind consultation --served-on 2023-06-12 --people 2',
  change: '--people 3 --reason 补登一人',
  file: 'services.csv',
  beside: { window_code: WINDOW },
  filters: {
    window: ofWindow,
    kind: { param: choice('--kind <kind>', { zh: '只看一类服务', en: 'one kind only' }, SERVICE_KINDS) },
  },
});
