import { peopleBehind } from '../../households/people-store.ts';
import { withLastTerm } from '../../households/term-store.ts';
import { rows } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { anyHas, hasAll } from './contains.ts';
import { type Hit, MOST_HITS, type Search } from './hit.ts';

const SEARCHED = ['h.head_name', 'h.phone', 'h.address'];
/** Any four digits are in many codes: as much of a code has to be given as names a unit. */
const CODE = /^\d{6,}$/;

/** Households by head, phone, address and code, those that are no more last. */
export function householdHits(db: Db, search: Search): Hit[] {
  const { day, within } = search;
  const peopleOf = peopleBehind(db);
  let query = withLastTerm()
    .select(['h.code', 'h.head_name', 'h.phone', 'h.address', 't.unit_id', 't.from_on', 't.to_on'])
    .orderBy('t.to_on', 'desc')
    .orderBy('h.code')
    .limit(MOST_HITS + 1);
  query = query.where(
    hasAll(search, 't.unit_id', word => anyHas(CODE.test(word) ? [...SEARCHED, 'h.code'] : SEARCHED, word)),
  );
  if (within) query = query.where('t.unit_id', 'in', [...within]);
  return rows(db, query).map(({ code, head_name, phone, address, unit_id, from_on, to_on }) => ({
    kind: 'household',
    code,
    unit: unit_id,
    on: null,
    status: from_on <= day && day < to_on ? null : { zh: '不在册', en: 'not active' },
    who: [
      { kind: 'name', text: head_name },
      { kind: 'phone', text: phone },
    ],
    title: '',
    sayings: [{ kind: 'address', text: address }],
    known: peopleOf(code),
    next: { zh: '查看、记走访', en: 'show, enter a visit' },
    command: `tiaochu household show ${code}`,
  }));
}
