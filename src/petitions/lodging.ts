import type { PartyWords } from '../cases/party.ts';
import { partyWriter } from '../cases/party-store.ts';
import { caseRecorder } from '../cases/record.ts';
import type { Day } from '../kernel/day.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import { PETITIONS } from './area.ts';
import type { Petition } from './petition.ts';
import { type NewPetition, petitionInserter } from './store.ts';

/** A petition to be lodged. */
export interface Lodged extends NewPetition {
  readonly unit: UnitTerm;
  readonly on: Day;
  readonly petitioners: readonly PartyWords[];
  readonly oldNumber?: string;
}

/** Lodges petitions: the number, the petition's own row, its petitioners, the first move; the 15 days for the notice run. */
export function petitionLodger(db: Db, tree: UnitTree) {
  const recorder = caseRecorder(PETITIONS, db, tree);
  const insert = petitionInserter(db);
  const addParty = partyWriter(db);
  const lodge = (lodged: Lodged, stamp: Stamp, details: Readonly<Record<string, unknown>> = {}): Petition => {
    const { unit, on, oldNumber = null, petitioners, ...own } = lodged;
    const step = { status: 'lodged', starts: [{ code: 'XF_NOTICE_15', unit: unit.unit_id }] } as const;
    return recorder.begin({ unit, on, oldNumber, details, step }, stamp, facts => {
      insert({ ...own, id: facts.id });
      for (const words of petitioners) addParty(facts.id, 'petitioner', words);
      return facts;
    });
  };
  return { ...recorder, lodge };
}
