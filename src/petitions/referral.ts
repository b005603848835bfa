import { caseRecorder } from '../cases/record.ts';
import { DISPUTES } from '../disputes/area.ts';
import { loadDispute } from '../disputes/store.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import type { PetitionAct } from './acts.ts';

/** The dispute that a referral to mediation registered is void where the referral is stepped back. */
export function voidReferredDispute(db: Db, act: PetitionAct, tree: UnitTree, stamp: Stamp): void {
  if (act.move !== 'refer-to-mediation' || !act.dispute) return;
  const dispute = loadDispute(db, act.dispute);
  const actor = tree.units.get(dispute.holder);
  if (!actor) throw new Error(`${dispute.number} is held by no unit`);
  const { on, reason = '' } = stamp;
  caseRecorder(DISPUTES, db, tree).act(dispute, { move: 'void', on, reason }, { actor, tree, today: on }, stamp);
}
