import { type Text, untranslated, type Word, wordList } from '../kernel/text.ts';
import { type Column, column, detail, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle } from './area.ts';
import { detailsOf } from './case.ts';
import { type CaseChange, changesOf, NO_VALUE } from './change-store.ts';
import { recountsOf } from './deadline-store.ts';
import { type MoveRow, movesOf } from './move-store.ts';
import { PARTY_FIELDS } from './party.ts';
import { peopleOfCase } from './people.ts';
import { STEP_BACK } from './step-back.ts';
import { type VoidedMove, voidedMovesOf } from './step-back-store.ts';

const COLUMNS: readonly Column[] = [
  column('on_day', '日期', 'Day', 'day'),
  column('move', '办理', 'Act', 'word'),
  column('unit', '办理单位', 'By', 'label'),
  column('status', '办后状态', 'Status after', 'word'),
  detail('holder', '持有单位', 'Held by'),
  column('reason', '原因', 'Reason'),
  column('says', '内容', 'Details'),
  detail('operator', '操作员', 'Operator'),
  detail('at', '登记时间', 'Entered', 'instant'),
];

/** Everything that happened to a case, as `show` and `history` print it. */
export function caseHistory(area: AnyCaseArea, db: Db, id: number, tree: UnitTree, reveal: boolean): Table {
  const title = { zh: '经过', en: 'History' };
  const rows = historyRows(area, db, id, tree, reveal);
  return { shape: 'table', key: 'history', title, columns: COLUMNS, rows, hides: peopleOfCase(area, db, id) };
}

/** A row of the history: at which instant it was entered, and what was done. */
type HistoryRow = Row & { readonly at: string; readonly move: Word };

/** The acts on a case and the changes of its description, in the order in which they were entered. */
function historyRows(area: AnyCaseArea, db: Db, id: number, tree: UnitTree, reveal: boolean): HistoryRow[] {
  const voided = voidedMovesOf(db, id);
  const made = [
    ...movesOf(db, id).map(move => ({ move, row: moveRow(area, db, move, tree, reveal) })),
    ...voided.map(({ move_id, ...kept }) => {
      const move = { ...kept, id: move_id };
      return { move, row: voidedRow(moveRow(area, db, move, tree, reveal)) };
    }),
  ];
  const acts = made.sort((a, b) => a.move.id - b.move.id).map(({ row }) => row);
  const stepsBack = voided.sort((a, b) => a.id - b.id).map(move => stepBackRow(area, move, tree));
  const changes = changesOf(db, area.kind, id, reveal).map(change => {
    const { at, operator, on_day, reason } = change;
    return { at, operator, on_day, reason, move: CHANGE, says: changeText(area, change, tree) };
  });
  const recounts = recountsOf(db, id).map(recountRow);
  const extra = area.extraHistory?.(db, id, tree) ?? [];
  const merged = (area.mergedInto?.(db, id) ?? []).flatMap(other =>
    historyRows(area, db, other.id, tree, reveal).map(row => ofMerged(row, other.number)),
  );
  return [...acts, ...changes, ...recounts, ...stepsBack, ...extra, ...merged].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}

/** Deadlines are counted anew where holidays are imported, or an import of them is undone. */
const CHANGE: Word = { zh: '修改', en: 'change', code: 'change' };

const RECOUNTED = wordList({
  recount: { zh: '期限重算', en: 'deadline counted anew' },
  'recount-undone': { zh: '期限重算（撤销导入）', en: 'deadline counted anew (import undone)' },
});

/** A deadline whose day was counted anew, from which day to which. */
function recountRow({
  name_zh,
  name_en,
  old_value,
  new_value,
  import_id,
  ...event
}: ReturnType<typeof recountsOf>[number]) {
  const [old, now] = [old_value, new_value].map(span => String(span).split('/'));
  return {
    ...event,
    move: RECOUNTED[import_id === null ? 'recount-undone' : 'recount'],
    says: {
      zh: `${name_zh}：${old?.join(' 至 ')} → ${now?.join(' 至 ')}`,
      en: `${name_en}: ${old?.join(' to ')} → ${now?.join(' to ')}`,
    },
  };
}

/** What happened to a case that was merged into this one. */
function ofMerged(row: HistoryRow, number: string): HistoryRow {
  const { zh, en, code } = row.move;
  return { ...row, move: { zh: `${zh}（${number}）`, en: `${en} (${number})`, code } };
}

/** A move that was stepped back, in its place among the others. */
function voidedRow<R extends { readonly move: Word }>({ move, ...row }: R) {
  return { ...row, move: { zh: `${move.zh}（已撤销）`, en: `${move.en} (stepped back)`, code: move.code } };
}

/** Who stepped a move back, when and why. */
function stepBackRow(area: AnyCaseArea, { name, on_day, unit_id, ...move }: VoidedMove, tree: UnitTree) {
  const { zh, en } = moveTitle(area, name);
  return {
    on_day: move.voided_on,
    move: STEP_BACK,
    unit: tree.units.get(unit_id)?.name,
    reason: move.voided_why,
    says: { zh: `${on_day} 的「${zh}」`, en: `"${en}" of ${on_day}` },
    operator: move.voided_by,
    at: move.voided_at,
  };
}

/** What was changed, of which party, from what to what. */
function changeText({ fields }: AnyCaseArea, { field, party, from, to }: CaseChange, { units }: UnitTree): Text {
  const known = fields[field] ?? REGISTRATION_CHANGES[field] ?? PARTY_CHANGES[field] ?? untranslated(field);
  const [what, read] = 'zh' in known ? [known, undefined] : known;
  const nameOf = (id: string) => (field === 'unit_id' ? (units.get(Number(id))?.name ?? id) : id);
  const shown = (value: string) => (read && value !== NO_VALUE ? inBoth(read(value)) : untranslated(nameOf(value)));
  const [old, now] = [shown(from), shown(to)];
  const whose = party && !NAMES_PARTY.includes(field) ? { zh: `（${party}）`, en: ` (${party})` } : untranslated('');
  return { zh: `${what.zh}${whose.zh}：${old.zh} → ${now.zh}`, en: `${what.en}${whose.en}: ${old.en} → ${now.en}` };
}

/** What a corrected registration changes in every kind of case. */
const REGISTRATION_CHANGES: Readonly<Record<string, Text>> = {
  registered_on: { zh: '登记日期', en: 'registration day' },
  number: { zh: '编号', en: 'number' },
  unit_id: { zh: '登记单位', en: 'registered at' },
};

/** Changes of a party that name it themselves. */
const NAMES_PARTY = ['name', 'added'];

const PARTY_CHANGES: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(
    Object.entries(PARTY_FIELDS).map(([key, { zh, en }]) => [key, { zh: `当事人${zh}`, en: `party’s ${en}` }]),
  ),
  added: { zh: '增加当事人', en: 'party added' },
  removed_on: { zh: '移除当事人', en: 'party removed' },
};

function moveRow(area: AnyCaseArea, db: Db, move: MoveRow, tree: UnitTree, reveal: boolean) {
  return {
    on_day: move.on_day,
    move: moveTitle(area, move.name),
    unit: tree.units.get(move.unit_id)?.name,
    status: (area.life.statuses as Readonly<Record<string, Text>>)[move.status],
    holder: tree.units.get(move.holder_id)?.name,
    reason: move.reason,
    says: detailText(area, detailsOf(area.decode(db, move)), reveal),
    operator: move.operator,
    at: move.at,
  };
}

/** The details of an act, in the order in which they were given, names masked unless revealed. */
function detailText(area: AnyCaseArea, details: Readonly<Record<string, unknown>>, reveal: boolean): Text {
  const said = Object.entries(details).flatMap(([key, value]) => {
    const label = area.details[key];
    if (!label || value === undefined) return [];
    const [name, read, mask] = label;
    const text = inBoth(read(reveal || !mask ? value : mask(value)));
    return [{ zh: `${name.zh} ${text.zh}`, en: `${name.en}: ${text.en}` }];
  });
  return { zh: said.map(s => s.zh).join('；'), en: said.map(s => s.en).join('; ') };
}

const inBoth = (text: Text | string | null): Text =>
  typeof text === 'string' || text === null ? untranslated(text ?? '') : text;
