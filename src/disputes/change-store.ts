import type { Day } from '../kernel/day.ts';
import { maskId, maskName, maskPhone } from '../kernel/mask.ts';
import { same, type Text } from '../kernel/text.ts';
import type { Sqlite } from '../ledger/sqlite.ts';

/** A change of a dispute's description or of one of its parties, as the history shows it; personal data stays masked. */
export interface DisputeChange {
  readonly at: string;
  readonly operator: string;
  readonly on_day: Day;
  readonly reason: string | null;
  readonly what: Text;
  readonly from: string;
  readonly to: string;
}

const FIELD_NAMES: Readonly<Record<string, Text>> = {
  title: { zh: '名称', en: 'title' },
  facts: { zh: '简要情况', en: 'facts' },
  place: { zh: '地点', en: 'place' },
  people: { zh: '涉及人数', en: 'people' },
  amount_fen: { zh: '涉及金额（分）', en: 'amount (fen)' },
  risk: { zh: '风险等级', en: 'risk' },
  category: { zh: '类别', en: 'category' },
  source: { zh: '来源', en: 'source' },
  prevented_crime: { zh: '防止民转刑', en: 'kept from turning criminal' },
  name: { zh: '当事人姓名', en: 'party’s name' },
  phone: { zh: '当事人电话', en: 'party’s phone' },
  id: { zh: '当事人身份证号', en: 'party’s identity number' },
  household: { zh: '当事人户编号', en: 'party’s household' },
  added: { zh: '增加当事人', en: 'party added' },
  removed_on: { zh: '移除当事人', en: 'party removed' },
};

const MASKS: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  added: maskName,
  phone: maskPhone,
  id: maskId,
};

export function changesOf(handle: Sqlite, id: number, reveal: boolean): DisputeChange[] {
  const rows = handle
    .prepare(
      `select at, operator, on_day, reason, field, old_value, new_value from event
       where (noun = 'dispute' and record_id = ?1)
         or (noun = 'party' and record_id in (select id from party where matter_id = ?1)) order by id`,
    )
    .all({ 1: id }) as (Omit<DisputeChange, 'what'> & { field: string; old_value: unknown; new_value: unknown })[];
  return rows.map(({ field, old_value, new_value, ...row }) => {
    const mask = reveal ? undefined : MASKS[field];
    const shown = (value: unknown) => (value === null || value === '' ? '—' : (mask?.(String(value)) ?? String(value)));
    return { ...row, what: FIELD_NAMES[field] ?? same(field), from: shown(old_value), to: shown(new_value) };
  });
}
