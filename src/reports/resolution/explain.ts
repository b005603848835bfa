import { shownBound } from '../../kernel/day.ts';
import { wordList } from '../../kernel/text.ts';
import { column, type Row } from '../../kernel/view.ts';
import type { Scope } from '../scope.ts';
import type { StayFact } from './facts.ts';
import { daysToSettle } from './figures.ts';

/** How the stays behind a figure are listed. */
export const STAY_COLUMNS = [
  column('number', '编号', 'Number', 'code'),
  column('title', '名称', 'Title'),
  column('at_unit', '持有单位', 'Held by'),
  column('registered_on', '登记日期', 'Registered', 'day'),
  column('entered_on', '进入日期', 'Entered', 'day'),
  column('entry', '进入方式', 'Entry', 'word'),
  column('left_on', '离开日期', 'Left', 'day'),
  column('leaving', '离开方式', 'Leaving', 'word'),
  column('to_unit', '移往单位', 'To'),
  column('days', '化解天数', 'Days', 'integer'),
] as const;

const ENTRIES = wordList({
  registered: { zh: '登记', en: 'registered' },
  received: { zh: '接收', en: 'received' },
  reopened: { zh: '重启', en: 'reopened' },
});
const LEAVINGS = {
  '': null,
  ...wordList({
    settled: { zh: '化解', en: 'settled' },
    escalated: { zh: '上报', en: 'escalated' },
    handed_down: { zh: '交办', en: 'handed down' },
    ended_otherwise: { zh: '其他了结', en: 'ended otherwise' },
  }),
};

export function stayRow({ tree }: Scope, stay: StayFact): Row {
  return {
    number: stay.number,
    title: stay.title,
    at_unit: tree.units.get(stay.unit)?.name,
    registered_on: stay.registeredOn,
    entered_on: stay.enteredOn,
    entry: ENTRIES[stay.entry],
    left_on: shownBound(stay.leftOn),
    leaving: LEAVINGS[stay.leaving],
    to_unit: stay.to === null ? null : tree.units.get(stay.to)?.name,
    days: stay.leaving === 'settled' ? daysToSettle(stay) : null,
  };
}
