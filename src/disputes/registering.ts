import type { PartyWords, Role } from '../cases/party.ts';
import { addParty } from '../cases/party-store.ts';
import { caseRecorder } from '../cases/record.ts';
import type { Day } from '../kernel/day.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Stamp } from '../ledger/events.ts';
import { insertRow } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import { DISPUTES } from './area.ts';
import type { Dispute, Grade } from './dispute.ts';
import { firstStep } from './first-step.ts';
import { type DisputeRow, isDelegated } from './store.ts';

type Description = Pick<DisputeRow, 'title' | 'category_id' | 'source_id'> &
  Partial<
    Pick<
      DisputeRow,
      'facts' | 'place' | 'people' | 'amount_fen' | 'visit_id' | 'window_id' | 'risk' | 'prevented_crime'
    >
  >;

/** What is kept of a dispute whose description does not say more. */
const UNDESCRIBED = {
  facts: '',
  place: '',
  amount_fen: null,
  visit_id: null,
  window_id: null,
  risk: '',
  prevented_crime: 0,
} as const;

/** A dispute to be registered; `to` is the unit that handles its grade, where that is another one. */
export interface NewDispute extends Description {
  readonly unit: UnitTerm;
  readonly on: Day;
  readonly grade: Grade;
  readonly to: UnitTerm | undefined;
  readonly parties: readonly (readonly [Role, PartyWords])[];
  readonly oldNumber?: string;
}

/** Registers disputes: the number, the dispute's own row, its parties, the first move, the offer to the right unit. */
export function disputeRegistrar(db: Db, tree: UnitTree) {
  const recorder = caseRecorder(DISPUTES, db, tree);
  const delegated = remembered((source: number) => isDelegated(db, source));
  const register = (dispute: NewDispute, stamp: Stamp, details: Readonly<Record<string, unknown>> = {}): Dispute => {
    const { unit, on, grade, to, parties, oldNumber = null, ...description } = dispute;
    const step = firstStep(unit, to, tree);
    return recorder.begin({ unit, on, oldNumber, details: { grade, ...details }, step }, stamp, facts => {
      const { id } = facts;
      insertRow(db, 'dispute', { ...UNDESCRIBED, people: parties.length, ...description, id, grade });
      return {
        ...facts,
        isDelegated: delegated(description.source_id),
        parties: parties.map(([role, words]) => addParty(db, id, role, words)),
      };
    });
  };
  return { ...recorder, register };
}
