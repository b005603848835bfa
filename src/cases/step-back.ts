import type { Day } from '../kernel/day.ts';
import { type Refusal, refuse } from '../kernel/failure.ts';
import type { Word } from '../kernel/text.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle, type OtherCase } from './area.ts';
import type { CaseKind } from './case.ts';
import { commandHint } from './case-hint.ts';
import type { MoveRow } from './move-store.ts';

/** What it is called. */
export const STEP_BACK: Word = { zh: '撤销办理', en: 'step back', code: 'step-back' };

/** The moves of a case in order, and the day on which the last is stepped back. */
interface Asked {
  readonly kind: CaseKind;
  readonly number: string;
  readonly moves: readonly MoveRow[];
  readonly on: Day;
  readonly today: Day;
}

/** The move that can be stepped back: the last, but not the one that registered the case. Refuses where there is none. */
export function moveToStepBack({ kind, number, moves, on, today }: Asked): MoveRow {
  if (on > today)
    refuse(
      { zh: `撤销日期 ${on} 在今天（${today}）之后`, en: `The day ${on} is after today (${today})` },
      { zh: '撤销从做出之日起算，一般不写 --on', en: 'It counts from the day on which it is done: omit --on' },
    );
  const last = lastMoveOf(moves);
  if (last) return last;
  refuse(
    {
      zh: `${number} 登记后尚未办理，没有可以撤销的步骤`,
      en: `${number} was registered and not acted on since: there is no move to step back`,
    },
    commandHint({ kind, number }, 'void # --reason …', '登记错的请作废：$', 'Void a case entered by mistake: $'),
  );
}

/** The same, or nothing. */
export function lastMoveOf(moves: readonly MoveRow[]): MoveRow | undefined {
  return moves.length > 1 ? moves.at(-1) : undefined;
}

/** A move to be stepped back, by which unit, and the other case in which it wrote. */
export interface SteppedBack {
  readonly number: string;
  readonly last: MoveRow;
  readonly at: UnitTerm | undefined;
  readonly other: (OtherCase & { readonly isMoved: boolean }) | undefined;
}

/**
 * Who errs corrects: a move is stepped back by the unit that made it, as long as the other case that it changed was not
 * acted on since (office practice).
 */
export function stepBackProblem(
  area: AnyCaseArea,
  { number, last, at, other }: SteppedBack,
  tree: UnitTree,
): Refusal | undefined {
  const made = moveTitle(area, last.name);
  if (at && at.unit_id !== last.unit_id) {
    const maker = tree.units.get(last.unit_id)?.name ?? String(last.unit_id);
    return {
      zh: `${number} 的最后一步「${made.zh}」是${maker}办理的，只有它能撤销，${at.name}不能`,
      en: `The last move on ${number}, "${made.en}", was made by ${maker}: only that unit steps it back, not ${at.name}`,
      hint: { zh: `不写 --at，或写${maker}`, en: `Omit --at, or name ${maker}` },
    };
  }
  if (!other?.isMoved) return undefined;
  return {
    zh: `${number} 的「${made.zh}」改变了 ${other.number}，而 ${other.number} 此后又有办理，不能撤销`,
    en: `The move "${made.en}" on ${number} changed ${other.number}, which was acted on since`,
    hint: commandHint(other, 'step-back # --reason …', '请先撤销那里的办理：$', 'Step back there first: $'),
  };
}
