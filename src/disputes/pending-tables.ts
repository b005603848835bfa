import { clock } from '../appointments/appointment.ts';
import { appointmentsOf, type Ending } from '../appointments/store.ts';
import { type Text, wordList } from '../kernel/text.ts';
import { column, type Table } from '../kernel/view.ts';
import type { SupervisionTable } from '../ledger/schema/disputes.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { referralsOf, supervisionsOf } from './pending-store.ts';

/** What was asked of departments, ordered by units above, and agreed for a day, as `show` prints it. */
export function pendingTables(db: Db, id: number, tree: UnitTree): Table[] {
  return [referralTable(db, id), supervisionTable(db, id, tree), appointmentTable(db, id)];
}

function referralTable(db: Db, id: number): Table {
  return {
    shape: 'table',
    key: 'referrals',
    title: { zh: '转送部门', en: 'Referrals' },
    columns: [
      column('department', '部门', 'Department'),
      column('referred_on', '转送日期', 'Referred', 'day'),
      column('due_on', '反馈期限', 'Answer by', 'day'),
      column('answered_on', '反馈日期', 'Answered', 'day'),
      column('answer', '反馈', 'Answer'),
    ],
    rows: referralsOf(db, id),
  };
}

const SUPERVISION_ENDINGS: Readonly<Record<SupervisionTable['ending'], Text>> = wordList({
  '': { zh: '待反馈', en: 'open' },
  replied: { zh: '已反馈', en: 'replied' },
  settled: { zh: '已化解', en: 'settled' },
  lapsed: { zh: '不再适用', en: 'without object' },
});

function supervisionTable(db: Db, id: number, tree: UnitTree): Table {
  return {
    shape: 'table',
    key: 'supervisions',
    title: { zh: '督办', en: 'Supervisions' },
    columns: [
      column('unit', '督办单位', 'By', 'label'),
      column('supervised_on', '督办日期', 'Ordered', 'day'),
      column('due_on', '反馈期限', 'Reply by', 'day'),
      column('note', '督办事项', 'What for'),
      column('ending', '结果', 'Outcome', 'word'),
      column('ended_on', '结束日期', 'Ended', 'day'),
      column('reply', '反馈', 'Reply'),
    ],
    rows: supervisionsOf(db, id).map(row => ({
      ...row,
      unit: tree.units.get(row.unit_id)?.name,
      ending: SUPERVISION_ENDINGS[row.ending],
    })),
  };
}

const APPOINTMENT_ENDINGS: Readonly<Record<'' | Ending, Text>> = wordList({
  '': { zh: '待进行', en: 'to be kept' },
  kept: { zh: '已如期调解', en: 'kept' },
  missed: { zh: '未如期', en: 'missed' },
  replaced: { zh: '已改期', en: 'replaced' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  lapsed: { zh: '不再适用', en: 'without object' },
});

function appointmentTable(db: Db, id: number): Table {
  return {
    shape: 'table',
    key: 'appointments',
    title: { zh: '预约', en: 'Appointments' },
    columns: [
      column('on_day', '日期', 'Day', 'day'),
      column('time', '时间', 'Time'),
      column('place', '地点', 'Place'),
      column('mediators', '调解员', 'Mediators', 'name'),
      column('ending', '结果', 'Outcome', 'word'),
    ],
    rows: appointmentsOf(db, id).map(row => ({
      ...row,
      time: `${clock(row.from_minute)}–${clock(row.until_minute)}`,
      mediators: row.mediators.join('、'),
      ending: APPOINTMENT_ENDINGS[row.ending],
    })),
  };
}
