import { maskAddress, maskId, maskName } from '../kernel/mask.ts';
import { maskPhone } from '../kernel/phone.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { CaseKind } from './case.ts';

/** What is shown where there is no value. */
export const NO_VALUE = '—';

const MASKS: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  added: maskName,
  phone: maskPhone,
  id: maskId,
  address: maskAddress,
  representative: maskName,
  filed_by: maskName,
};

/** The fields with a party's own name: that of an organisation is public. */
const NAMES: readonly string[] = ['name', 'added'];

/** The changes of a case's description and of its parties, oldest first; personal data stays masked. */
export function changesOf(db: Db, kind: CaseKind, id: number, reveal: boolean) {
  const found = rows(
    db,
    selectFrom('event')
      .leftJoin('party', join => join.onRef('party.id', '=', 'event.record_id').on('event.noun', '=', 'party'))
      .select([
        'at',
        'operator',
        'on_day',
        'reason',
        'field',
        'old_value',
        'new_value',
        'party.name as party',
        'party.kind',
      ])
      .where(where =>
        where.or([
          where.and([where('noun', '=', kind), where('record_id', '=', id)]),
          where.and([
            where('noun', '=', 'party'),
            where('record_id', 'in', selectFrom('party').select('id').where('case_id', '=', id)),
          ]),
        ]),
      )
      .orderBy('event.id'),
  );
  return found.map(({ old_value, new_value, kind, ...change }) => {
    const isOpen = reveal || (kind === 'organisation' && NAMES.includes(change.field));
    const mask = isOpen ? undefined : MASKS[change.field];
    const shown = (value: unknown) =>
      value === null || value === '' ? NO_VALUE : (mask?.(String(value)) ?? String(value));
    const party = change.party && (reveal || kind === 'organisation' ? change.party : maskName(change.party));
    return { ...change, party, from: shown(old_value), to: shown(new_value) };
  });
}

export type CaseChange = ReturnType<typeof changesOf>[number];
