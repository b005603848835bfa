import { type SqlBool, sql } from 'kysely';
import { likelySteps } from '../../cases/life.ts';
import { DISPUTES } from '../../disputes/area.ts';
import { loadDispute } from '../../disputes/store.ts';
import { STATUSES as DISPUTE_STATUSES } from '../../disputes/transitions.ts';
import type { Saying } from '../../kernel/hidden-but.ts';
import type { Text } from '../../kernel/text.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { PETITIONS } from '../../petitions/area.ts';
import { loadPetition } from '../../petitions/store.ts';
import { STATUSES as PETITION_STATUSES } from '../../petitions/transitions.ts';
import type { UnitTree } from '../../units/tree.ts';
import { anyHas, hasAll } from './contains.ts';
import { type Hit, MOST_HITS, type Search } from './hit.ts';

const STATUSES: Readonly<Record<string, Text>> = { ...DISPUTE_STATUSES, ...PETITION_STATUSES };
const SEARCHED = ['m.number', 'm.old_number', 'd.title', 'd.facts', 'd.place', 'p.demand'] as const;
const PARTY = ['r.name', 'r.phone'] as const;
/** How many of the next steps are named. */
const MOST_STEPS = 3;

/** Disputes or petitions by number, title, facts, place and parties, closed ones too; the last registered first. */
export function caseHits(db: Db, kind: 'dispute' | 'petition', search: Search, tree: UnitTree): Hit[] {
  return rows(db, matching(kind, search)).map(({ id, number, status, registered_on, holder_id, title, ...texts }) => {
    const parties = partiesOf(db, id);
    return {
      kind,
      code: number,
      unit: holder_id,
      on: registered_on,
      status: STATUSES[status] ?? null,
      who: parties.map(({ name, is }): Saying => ({ kind: is === 'person' ? 'name' : 'text', text: name })),
      title: title ?? '',
      sayings: Object.values(texts).flatMap(text => (text ? [{ kind: 'text', text } as const] : [])),
      known: parties.flatMap(({ name, phone, is }) => (is === 'person' ? [name, phone] : [phone])),
      next: nextText(db, kind, number, tree),
      command: `tiaochu ${kind} show ${number}`,
    };
  });
}

function matching(kind: 'dispute' | 'petition', search: Search) {
  const { within } = search;
  const query = selectFrom('cases as m')
    .leftJoin('dispute as d', 'd.id', 'm.id')
    .leftJoin('petition as p', 'p.id', 'm.id')
    .select(['m.id', 'm.number', 'm.status', 'm.registered_on', 'm.holder_id', 'd.title'])
    .select(['d.facts', 'p.demand', 'd.place'])
    .where('m.kind', '=', kind)
    .orderBy('m.registered_on', 'desc')
    .orderBy('m.id', 'desc')
    .where(hasAll(search, 'm.holder_id', word => sql<SqlBool>`(${anyHas(SEARCHED, word)} or ${partyHas(word)})`))
    .limit(MOST_HITS + 1);
  return within ? query.where('m.holder_id', 'in', [...within]) : query;
}

function partyHas(word: string) {
  return sql<SqlBool>`exists (select 1 from party r where r.case_id = m.id and ${anyHas(PARTY, word)})`;
}

function partiesOf(db: Db, id: number) {
  const present = selectFrom('party').where('case_id', '=', id).where('removed_on', 'is', null);
  return rows(db, present.select(['name', 'phone', 'kind as is']));
}

/** The first steps that can be done with a case, by their names. */
function nextText(db: Db, kind: 'dispute' | 'petition', number: string, tree: UnitTree): Text {
  const named =
    kind === 'dispute'
      ? likelySteps(DISPUTES.life, loadDispute(db, number), tree).map(({ move }): Text => DISPUTES.life.moves[move])
      : likelySteps(PETITIONS.life, loadPetition(db, number), tree).map(({ move }): Text => PETITIONS.life.moves[move]);
  const first = named.slice(0, MOST_STEPS);
  if (first.length === 0) return { zh: '已办完', en: 'done' };
  return { zh: first.map(({ zh }) => zh).join('、'), en: first.map(({ en }) => en).join(', ') };
}
