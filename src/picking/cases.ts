import { partiesOfCases } from '../cases/people-store.ts';
import { STATUSES as DISPUTE_STATUSES, OPEN_STATUSES as OPEN_DISPUTES } from '../disputes/transitions.ts';
import { gathered } from '../kernel/gathered.ts';
import type { Text } from '../kernel/text.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { demandTitle } from '../petitions/petition.ts';
import { OPEN_STATUSES as OPEN_PETITIONS, STATUSES as PETITION_STATUSES } from '../petitions/transitions.ts';
import { mineFirst, type Source, unitName } from './candidate.ts';

const STATUSES: Readonly<Record<string, Text>> = { ...DISPUTE_STATUSES, ...PETITION_STATUSES };
const OPEN: ReadonlySet<string> = new Set([...OPEN_DISPUTES, ...OPEN_PETITIONS]);

/** Cases by title, parties and number, open ones first, the last registered before the others. */
export function casesOf(kind: 'dispute' | 'petition'): Source {
  return scene => {
    const { db, lang, only, inStatuses } = scene;
    const known = partiesOfCases(db, only);
    const parties = gathered(partyNames(db, kind, only), ({ case_id }) => case_id);
    const wanted = only ? listed(kind).where('c.number', 'in', only) : listed(kind);
    const all = rows(db, inStatuses ? wanted.where('c.status', 'in', [...inStatuses]) : wanted);
    const [open, ended] = [all.filter(({ status }) => OPEN.has(status)), all.filter(({ status }) => !OPEN.has(status))];
    const own = (some: typeof all) => mineFirst(some, scene, ({ holder_id }) => holder_id);
    return [...own(open), ...own(ended)].map(({ id, number, title, demand, status, holder_id }) => ({
      value: number,
      title: title ?? demandTitle(demand ?? ''),
      people: namesOf('person', parties.get(id)),
      organisations: namesOf('organisation', parties.get(id)),
      about: [STATUSES[status]?.[lang] ?? '', unitName(scene, holder_id)],
      known: known.get(number) ?? [],
    }));
  };
}

type Party = ReturnType<typeof partyNames>[number];

function namesOf(kind: Party['kind'], parties: readonly Party[] = []): string[] {
  return parties.filter(party => party.kind === kind).map(({ name }) => name);
}

function listed(kind: 'dispute' | 'petition') {
  return selectFrom('cases as c')
    .leftJoin('dispute as d', 'd.id', 'c.id')
    .leftJoin('petition as p', 'p.id', 'c.id')
    .select(['c.id', 'c.number', 'c.status', 'c.holder_id', 'd.title', 'p.demand'])
    .where('c.kind', '=', kind)
    .orderBy('c.registered_on', 'desc')
    .orderBy('c.id', 'desc');
}

function partyNames(db: Db, kind: 'dispute' | 'petition', only?: readonly string[]) {
  const present = selectFrom('party as r')
    .innerJoin('cases as c', 'c.id', 'r.case_id')
    .select(['r.case_id', 'r.name', 'r.kind'])
    .where('c.kind', '=', kind)
    .where('r.removed_on', 'is', null);
  return rows(db, only ? present.where('c.number', 'in', only) : present);
}
