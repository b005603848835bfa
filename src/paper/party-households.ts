import type { PartyRow } from '../cases/party-store.ts';
import { householdCoded } from '../households/household-store.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { PaperParty } from './people.ts';

/** Parties with what the register of households has of theirs. */
export function withHouseholds(db: Db, parties: readonly PartyRow[]): PaperParty[] {
  return parties.map(party => ({
    party,
    household: party.household_code === null ? undefined : householdCoded(db, party.household_code),
  }));
}
