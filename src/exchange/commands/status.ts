import { command } from '../../cli/command.ts';
import { column, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { bundlesWith } from '../bundle-store.ts';
import { waitingFor } from '../edition-store.ts';
import { enteredSince } from '../entered-since-store.ts';
import { bundleName } from '../naming.ts';
import type { Office } from '../office-store.ts';
import { type Offices, officesOf, placeOfOffice, unitKey } from '../own.ts';

export const statusCommand = command({
  name: 'status',
  zh: '状态',
  isDefault: true,
  summary: {
    zh: '与各单位的数据包往来：发到哪一个、对方收到哪一个、收到对方哪一个、有多少记录待发',
    en: 'what went between the offices: last sent, last seen there, last received, and how many records wait',
  },
  example: 'bundle status',
  access: 'read',
  params: {},
  run: ({ db }) => {
    const offices = officesOf(db);
    return { view: statusTable(db, offices) };
  },
});

const COLUMNS = [
  column('unit_code', '机构代码', 'Unit code', 'code'),
  column('unit', '单位', 'Unit', 'label'),
  column('sent', '已发', 'Sent', 'integer'),
  column('sent_at', '发出时间', 'Sent at', 'instant'),
  column('seen', '对方已收', 'Seen there', 'integer'),
  column('seen_at', '对方告知时间', 'They said so at', 'instant'),
  column('received', '已收', 'Received', 'integer'),
  column('made_at', '对方导出时间', 'Made at', 'instant'),
  column('received_at', '收到时间', 'Received at', 'instant'),
  column('waiting', '待发记录', 'Records waiting', 'integer'),
  column('entered', '此后登记', 'Entered since', 'integer'),
] as const;

function statusTable(db: Db, offices: Offices): Table {
  const others = offices.all.filter(({ is_own }) => is_own === 0);
  return {
    shape: 'table',
    columns: COLUMNS,
    rows: others.map(office => statusRow(db, offices, office)),
    notes: [
      {
        zh: '待发：上次发出后收到或导出过的变动；此后登记：此后写入数据的命令数，变动的记录在下次导出时计入',
        en: 'Waiting: what has come or was exported since the last bundle. Entered since: how many commands have written since then; their records are counted at the next export',
      },
    ],
  };
}

function statusRow(db: Db, offices: Offices, office: Office) {
  const { own } = offices;
  const place = (of: Office) => ({ unit: unitKey(db, of) });
  const { code, name } = placeOfOffice(offices, office);
  const sent = bundlesWith(db, 'sent', office.unit_id);
  const seen = sent.find(({ seen_at }) => seen_at !== null);
  const [received] = bundlesWith(db, 'received', office.unit_id);
  return {
    ...{ unit_code: code, unit: name, sent: sent[0]?.serial ?? null, sent_at: sent[0]?.handled_at ?? null },
    ...{ seen: seen?.serial ?? null, seen_at: seen?.seen_at ?? null },
    ...{ received: received?.serial ?? null, made_at: received?.made_at ?? null },
    ...{ received_at: received?.handled_at ?? null, waiting: waitingFor(db, sent[0]?.seq ?? 0) },
    entered: enteredSince(
      db,
      sent[0] && own && bundleName({ from: place(own), to: place(office), serial: sent[0].serial }),
    ),
  };
}
