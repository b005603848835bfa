import type { PartyWords } from '../cases/party.ts';
import { addParty } from '../cases/party-store.ts';
import { caseRecorder } from '../cases/record.ts';
import type { Day } from '../kernel/day.ts';
import type { Stamp } from '../ledger/events.ts';
import { insertRow } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import { PETITIONS } from './area.ts';
import { firstStep } from './first-step.ts';
import type { Petition } from './petition.ts';
import type { PetitionRow } from './store.ts';

type OwnColumns =
  | 'channel'
  | 'kind'
  | 'demand'
  | 'category_id'
  | 'people'
  | 'repeat_of'
  | 'external_no'
  | 'authority_on';

export interface Lodged extends Pick<PetitionRow, OwnColumns>, Partial<Pick<PetitionRow, 'window_id'>> {
  readonly unit: UnitTerm;
  readonly on: Day;
  readonly petitioners: readonly PartyWords[];
  readonly oldNumber?: string;
}

/** Lodges petitions: the number, the petition's own row, its petitioners, the first move. */
export function petitionLodger(db: Db, tree: UnitTree) {
  const recorder = caseRecorder(PETITIONS, db, tree);
  const lodge = (lodged: Lodged, stamp: Stamp, details: Readonly<Record<string, unknown>> = {}): Petition => {
    const { unit, on, oldNumber = null, petitioners, ...own } = lodged;
    return recorder.begin({ unit, on, oldNumber, details, step: firstStep(unit) }, stamp, facts => {
      insertRow(db, 'petition', { ...own, id: facts.id, outcome: '', rating: '', reviewed: 0 });
      for (const words of petitioners) addParty(db, facts.id, 'petitioner', words);
      return { ...facts, isSuggestion: own.kind === 'suggestion' };
    });
  };
  return { ...recorder, lodge };
}
