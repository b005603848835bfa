import { type Allowance, allowanceOf } from '../../allowance/rules.ts';
import { allRates } from '../../allowance/store.ts';
import type { MoveRow } from '../../cases/move-store.ts';
import type { FORMS } from '../../disputes/dispute.ts';
import { lackingPapers, papersOf, timesMade } from '../../disputes/file-rules.ts';
import { isIn } from '../../kernel/period.ts';
import { includes, type Scope, unitCells } from '../scope.ts';
import { disputesOf, mediatorCodes, type SettledDispute } from './cases-store.ts';

/** A case that was settled or closed in a period, and what is paid for it. */
export type PaidCase = NonNullable<ReturnType<typeof paidCase>>;

/** What all cases are judged by. */
interface Book {
  readonly rates: ReturnType<typeof allRates>;
  readonly codeOf: ReturnType<typeof mediatorCodes>;
}

/** The cases of a period, in the order of their numbers, at the units that settled them. */
export function paidCases(scope: Scope): PaidCase[] {
  const { db, period } = scope;
  const book = { rates: allRates(db), codeOf: mediatorCodes(db) };
  return disputesOf(db, period).flatMap(settled => {
    const one = paidCase(scope, settled, book);
    return one && includes(scope, one.unitId) ? [one] : [];
  });
}

function paidCase(scope: Scope, { dispute, cover, moves, parties }: SettledDispute, { rates, codeOf }: Book) {
  const { period } = scope;
  const closing = moves.find(({ name, on_day }) => name === 'close' && on_day <= period.to);
  const closedOn = closing?.on_day;
  const isClosedInPeriod = isIn(period, closedOn ?? null);
  // What is paid for is what was closed, whatever was settled anew after that.
  const last = isClosedInPeriod && closing ? closing.id : Number.MAX_SAFE_INTEGER;
  const settled = moves.findLast(({ id, name, on_day }) => name === 'settle' && id < last && on_day <= period.to);
  if (!settled) return undefined;
  const name = leadMediator(moves, settled);
  const isPerformed = moves.some(({ id, status }) => settled.id < id && id < last && status === 'performed');
  const lacking = lackingPapers(papersOf({ dispute, made: timesMade(moves), parties, cover })).length;
  const form: keyof typeof FORMS = JSON.parse(settled.details).form;
  const facts = { grade: dispute.grade, form, isPerformed, lacking, closedOn, isClosedInPeriod };
  const allowance: Allowance = allowanceOf({ ...facts, hasMediator: name !== '' }, rates);
  const { unit_id: unitId, on_day: settledOn } = settled;
  return {
    ...{ ...facts, ...allowance, number: dispute.number, title: cover.title, unitId, settledOn },
    ...{ mediator: name, mediatorCode: codeOf(unitId, name, settledOn) },
    ...unitCells(scope, unitId),
  };
}

/** Who led the last session before a settlement, at the unit that settled. */
function leadMediator(moves: readonly MoveRow[], settled: MoveRow): string {
  const session = moves.findLast(
    ({ id, name, unit_id }) => id < settled.id && name === 'mediate' && unit_id === settled.unit_id,
  );
  return session ? String(JSON.parse(session.details).mediator?.[0] ?? '') : '';
}
