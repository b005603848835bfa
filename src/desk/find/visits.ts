import { partyWordsOf } from '../../cases/people-store.ts';
import { peopleBehind } from '../../households/people-store.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { anyHas, hasAll } from './contains.ts';
import { type Hit, MOST_HITS, type Search } from './hit.ts';

const DIARY = [
  'v.diary',
  'd.diary',
  'd.place',
  'd.family',
  'd.difficulties',
  'd.requests',
  'd.thoughts',
  'd.follow_up',
] as const;

/** Visits whose diary has a word; the others may be in the diary, too, or name the household. The last visits first. */
export function visitHits(db: Db, search: Search): Hit[] {
  const { words, within } = search;
  const peopleOf = peopleBehind(db);
  let query = selectFrom('visit as v')
    .innerJoin('household as h', 'h.id', 'v.household_id')
    .innerJoin('household_term as t', join =>
      join
        .onRef('t.household_id', '=', 'h.id')
        .onRef('t.from_on', '<=', 'v.visited_on')
        .onRef('t.to_on', '>', 'v.visited_on'),
    )
    .leftJoin('diary as d', join => join.onRef('d.visit_id', '=', 'v.id').on('d.withdrawn_on', 'is', null))
    .select(['v.id', 'v.visited_on', 'v.diary', 'h.code', 'h.head_name', 't.unit_id'])
    .select(['d.diary as further', 'd.place', 'd.family', 'd.difficulties', 'd.requests', 'd.thoughts', 'd.follow_up'])
    .where(({ or }) => or(words.map(word => anyHas(DIARY, word))))
    .orderBy('v.visited_on', 'desc')
    .orderBy('v.id', 'desc')
    .where(hasAll(search, 't.unit_id', word => anyHas([...DIARY, 'h.head_name', 'h.phone', 'h.code'], word)))
    .limit(MOST_HITS + 1);
  if (within) query = query.where('t.unit_id', 'in', [...within]);
  return rows(db, query).map(({ id, visited_on, code, head_name, unit_id, ...texts }) => ({
    kind: 'visit',
    code: String(id),
    unit: unit_id,
    on: visited_on,
    status: null,
    who: [{ kind: 'name', text: head_name }],
    title: '',
    sayings: Object.values(texts).flatMap(text => (text ? [{ kind: 'text', text } as const] : [])),
    known: [...peopleOf(code), ...partiesFoundIn(db, id)],
    next: { zh: '查看日记', en: 'show the diary' },
    command: `tiaochu visit show ${id}`,
  }));
}

/** Whom the disputes concern that were found in a visit: its diary names them. */
function partiesFoundIn(db: Db, visit: number): readonly string[] {
  const disputes = rows(db, selectFrom('dispute').select('id').where('visit_id', '=', visit));
  return disputes.flatMap(({ id }) => partyWordsOf(db, id));
}
