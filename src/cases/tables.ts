import type { Text } from '../kernel/text.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle } from './area.ts';
import { type Case, OFFER_KINDS, type OfferEnding } from './case.ts';
import { nextSteps } from './life.ts';
import { offersOf } from './move-store.ts';
import { ROLES } from './party.ts';
import { presentParties } from './party-store.ts';

/** The parties of a case, numbered as commands name them. */
export function partyTable(db: Db, id: number): Table {
  return {
    shape: 'table',
    key: 'parties',
    title: { zh: '当事人', en: 'Parties' },
    columns: [
      column('party', '序号', 'Party'),
      column('role', '身份', 'Role'),
      column('name', '姓名', 'Name', 'name'),
      column('phone', '电话', 'Phone', 'phone'),
      column('id_number', '身份证号', 'Identity number', 'id'),
      column('household_code', '户编号', 'Household'),
    ],
    rows: presentParties(db, id).map((party, i) => ({ ...party, party: i + 1, role: ROLES[party.role] })),
  };
}

const ENDINGS: Readonly<Record<'' | OfferEnding, Text>> = {
  '': { zh: '待答复', en: 'open' },
  accepted: { zh: '已接收', en: 'accepted' },
  returned: { zh: '被退回', en: 'returned' },
  recalled: { zh: '已收回', en: 'recalled' },
  lapsed: { zh: '已失效', en: 'void' },
};

/** Every offer of a case to another unit, and what became of it. */
export function offerTable(db: Db, id: number, tree: UnitTree): Table {
  return {
    shape: 'table',
    key: 'offers',
    title: { zh: '移交', en: 'Offers' },
    columns: [
      column('kind', '方式', 'Kind'),
      column('from_unit', '移出', 'From'),
      column('to_unit', '移入', 'To'),
      column('offered_on', '移交日期', 'Offered', 'day'),
      column('due_on', '答复期限', 'Answer by', 'day'),
      column('ending', '结果', 'Outcome'),
      column('ended_on', '答复日期', 'Answered', 'day'),
    ],
    rows: offersOf(db, id).map(offer => ({
      ...offer,
      kind: OFFER_KINDS[offer.kind],
      from_unit: tree.units.get(offer.from_unit)?.name,
      to_unit: tree.units.get(offer.to_unit)?.name,
      ending: ENDINGS[offer.ending],
    })),
  };
}

/** What can be done with a case next, by whom, and the command that does it. */
export function nextTable(area: AnyCaseArea, caseFile: Case, tree: UnitTree): Table {
  const steps = nextSteps(area.life, caseFile, tree);
  return {
    shape: 'table',
    key: 'next',
    title: { zh: '下一步可做', en: 'What can be done next' },
    columns: [column('move', '办理', 'Act'), column('unit', '责任单位', 'By'), column('command', '命令', 'Command')],
    rows: steps.map(
      ({ move, unit }): Row => ({
        move: moveTitle(area, move),
        unit: tree.units.get(unit)?.name,
        command: `tiaochu ${area.kind} ${move} ${caseFile.number}`,
      }),
    ),
  };
}
