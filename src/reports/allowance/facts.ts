import { type Allowance, allowanceOf } from '../../allowance/rules.ts';
import { allRates } from '../../allowance/store.ts';
import { type MoveRow, movesOf } from '../../cases/move-store.ts';
import type { FORMS } from '../../disputes/dispute.ts';
import { lackingIn } from '../../disputes/file-store.ts';
import { disputeRow, loadDispute } from '../../disputes/store.ts';
import { isIn, type Period } from '../../kernel/period.ts';
import { selectFrom, values } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { rosterIn } from '../../mediators/store.ts';
import { includes, type Scope, unitCells } from '../scope.ts';

/** A case that was settled or closed in a period, and what is paid for it. */
export type PaidCase = NonNullable<ReturnType<typeof paidCase>>;

/** The cases of a period, in the order of their numbers, at the units that settled them. */
export function paidCases(scope: Scope): PaidCase[] {
  const rates = allRates(scope.db);
  return numbersIn(scope.db, scope.period).flatMap(number => {
    const one = paidCase(scope, number, rates);
    return one && includes(scope, one.unitId) ? [one] : [];
  });
}

function numbersIn(db: Db, { from, to }: Period): string[] {
  const moves = selectFrom('move').innerJoin('cases', 'cases.id', 'move.case_id').where('cases.kind', '=', 'dispute');
  const found = moves.select('cases.number').distinct().where('move.name', 'in', ['settle', 'close']);
  return values(db, found.where(eb => eb.between('move.on_day', from, to)).orderBy('cases.number'));
}

function paidCase(scope: Scope, number: string, rates: ReturnType<typeof allRates>) {
  const { db, period, tree } = scope;
  const dispute = loadDispute(db, number);
  const moves = movesOf(db, dispute.id);
  const closing = moves.find(({ name, on_day }) => name === 'close' && on_day <= period.to);
  const closedOn = closing?.on_day;
  const isClosedInPeriod = isIn(period, closedOn ?? null);
  // What is paid for is what was closed, whatever was settled anew after that.
  const last = isClosedInPeriod && closing ? closing.id : Number.MAX_SAFE_INTEGER;
  const settled = moves.findLast(({ id, name, on_day }) => name === 'settle' && id < last && on_day <= period.to);
  if (!settled) return undefined;
  const name = leadMediator(moves, settled);
  const isPerformed = moves.some(({ id, status }) => settled.id < id && id < last && status === 'performed');
  const lacking = lackingIn(db, dispute).length;
  const form: keyof typeof FORMS = JSON.parse(settled.details).form;
  const facts = { grade: dispute.grade, form, isPerformed, lacking, closedOn, isClosedInPeriod };
  const allowance: Allowance = allowanceOf({ ...facts, hasMediator: name !== '' }, rates);
  const roster = rosterIn(db, settled.unit_id, tree, settled.on_day);
  return {
    ...facts,
    ...allowance,
    ...{ number, title: disputeRow(db, dispute.id).title, unitId: settled.unit_id, settledOn: settled.on_day },
    ...{ mediator: name, mediatorCode: roster.mediators.find(mediator => mediator.name === name)?.code ?? '' },
    ...unitCells(scope, settled.unit_id),
  };
}

/** Who led the last session before a settlement, at the unit that settled. */
function leadMediator(moves: readonly MoveRow[], settled: MoveRow): string {
  const session = moves.findLast(
    ({ id, name, unit_id }) => id < settled.id && name === 'mediate' && unit_id === settled.unit_id,
  );
  return session ? String(JSON.parse(session.details).mediator?.[0] ?? '') : '';
}
