import { kindSpans } from '../../households/kind-store.ts';
import { endedTerms, termsOf } from '../../households/term-store.ts';
import { BEGINNING, type Day, intersection, OPEN_END, type Span } from '../../kernel/day.ts';
import { gathered } from '../../kernel/gathered.ts';
import type { Period } from '../../kernel/period.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { type Part, partsOf } from '../../standards/duty-rules.ts';
import { standardVersions } from '../../standards/store.ts';
import { countedTerm } from '../days.ts';

/** A household that a period counts, in its village of the last day. */
export interface CountedHousehold {
  readonly id: number;
  readonly unit_id: number;
  /** Households of which the same is asked share one and the same list. */
  readonly parts: readonly Part[];
}

/**
 * The households of a period with the standards that they had; nothing before the campaign is asked of anybody. Nearly all
 * were in one village and ordinary all the time: what is asked of them is worked out once.
 */
export function* householdsIn(
  db: Db,
  period: Period,
  units: ReadonlySet<number> | undefined,
): Generator<CountedHousehold> {
  const partsFor = partsOfHouseholds(db);
  const narrowed = units ? 'and t.unit_id in (select value from json_each(@units))' : '';
  const terms = db.prepare(
    `select t.household_id, t.unit_id, t.from_on, t.to_on from household_term t where ${countedTerm('t')} ${narrowed}`,
  );
  const found = terms.raw().iterate({ ...period, units: JSON.stringify([...(units ?? [])]) });
  for (const [id, unit_id, from_on, to_on] of found as Iterable<[number, number, Day, Day]>)
    yield { id, unit_id, parts: partsFor(id, { from_on, to_on }) };
}

/** The standards that one household had, nothing before the campaign. */
export function partsOfHousehold(db: Db, household: number): readonly Part[] {
  const begun = { from_on: campaignStart(db) ?? BEGINNING, to_on: OPEN_END };
  const terms = termsOf(db, household).map(term => intersection(term, begun));
  return partsOf(terms, kindSpans(db, household), standardVersions(db));
}

/** Which standards a household had, by its number and one of its terms. */
function partsOfHouseholds(db: Db): (household: number, term: Span) => readonly Part[] {
  const standards = standardVersions(db);
  const begun = { from_on: campaignStart(db) ?? BEGINNING, to_on: OPEN_END };
  const kinds = gathered(kindSpans(db), span => span.household_id);
  const ended = gathered(endedTerms(db), term => term.household_id);
  const known = new Map<string, readonly Part[]>();
  const parts = (terms: readonly Span[], household?: number) =>
    partsOf(
      terms.map(term => intersection(term, begun)),
      (household && kinds.get(household)) || [],
      standards,
    );
  return (household, term) => {
    const others = ended.get(household)?.filter(other => other.from_on !== term.from_on) ?? [];
    if (others.length > 0 || kinds.has(household)) return parts([...others, term], household);
    const key = `${term.from_on} ${term.to_on}`;
    const shared = known.get(key) ?? parts([term]);
    known.set(key, shared);
    return shared;
  };
}
