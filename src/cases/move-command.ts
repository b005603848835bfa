import { type Command, type Context, command } from '../cli/command.ts';
import { argument, type Input, mine, option, type Param, type Params, picks } from '../cli/param.ts';
import { asActDay } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type UnitTerm, unitNamed } from '../units/tree.ts';
import type { AnyCaseArea, CaseArea } from './area.ts';
import { carryOut, type Loaded } from './carry-out.ts';
import type { ActOf, Case, CaseAct, Scene } from './case.ts';
import { checkFit } from './fit.ts';
import { renumberedRemark } from './former-number-store.ts';
import { statusesBefore } from './life.ts';
import { checkOpen } from './offer.ts';
import { behalfOn } from './on-behalf.ts';
import { ownNumber, takenText } from './short-number.ts';

/** The unit that acts on a case. */
export function atParam(area: AnyCaseArea, move: string): Param<string, false> {
  const at = option('--at <unit>', {
    zh: '办理单位（默认本人单位，没有设置时为持有单位）',
    en: 'the unit that acts (default: yours, or the holder)',
  });
  return {
    ...mine('unit', picks('unit', at)),
    onBehalf: (place, { number }) => behalfOn(area, move, place, String(number)),
  };
}

/** A case's number, or the end of it; a number that it had before leads to it, too, and that is said. */
export function numberArgument({ kind, title }: Pick<CaseArea<Case, CaseAct>, 'kind' | 'title'>): Param<string, true> {
  const number = argument('<number>', {
    zh: `${title.zh}编号，或它的结尾，如 2023-17`,
    en: `the ${title.one}’s number or its end, like 2023-17`,
  });
  return { ...asCase({ kind, title }, number), remark: (db, text) => renumberedRemark(db, kind, text) };
}

/** A case's number for one of its moves: cases with which it cannot be made are neither offered nor asked about. */
function fitting<C extends Case, A extends CaseAct>(
  area: CaseArea<C, A>,
  move: A['move'],
  number: Param<string, true>,
): Param<string, true> {
  const inStatuses = new Set<string>(statusesBefore(area.life, move));
  return { ...number, inStatuses, checkFit: (place, text) => checkFit(area, move, place, text) };
}

/** A parameter that names a case: by its number, the end of it, or its short number in the user's own unit. */
export function asCase<P extends Param<string>>(
  { kind, title }: Pick<CaseArea<Case, CaseAct>, 'kind' | 'title'>,
  param: P,
): P {
  const meaning: NonNullable<P['meaning']> = (place, text) => ownNumber(place, kind, title, text);
  const taken: NonNullable<P['taken']> = (place, text, number) => takenText(place, kind, title, text, number);
  return { ...param, picks: kind, meaning, taken };
}

/** A unit that an act names. It must be open: a dissolved unit is given nothing. */
export function openUnit(text: string, { tree }: Scene): UnitTerm {
  const unit = unitNamed(tree, text);
  checkOpen(unit, tree);
  return unit;
}

/** What an act of one move says besides move and day. */
type Said<A extends CaseAct, M extends A['move']> = Omit<ActOf<A, M>, keyof CaseAct> & {
  readonly reason?: string | undefined;
};

/** A case as it is before anything is locked, and the day of the act. */
interface Looked<C> {
  readonly caseFile: C;
  readonly on: Day;
  readonly context: Context;
}

interface MoveWords<P extends Params, C, A extends CaseAct, M extends A['move']> {
  readonly summary: Text;
  /** The options of its example. */
  readonly options?: string;
  readonly params: P;
  /** What the act says, where its options do not say it as they are. */
  readonly act?: (input: Input<P>, loaded: Loaded<C>) => Said<A, M>;
  /** What the ledger says against the act, which may still be right. */
  readonly doubts?: (input: Input<P>, looked: Looked<C>) => readonly Text[];
  /** What the act brings about elsewhere, once it is decided. */
  readonly complete?: (act: ActOf<A, M>, input: Input<P>, loaded: Loaded<C>) => ActOf<A, M>;
}

/** Moves that end a case: a question at a terminal; stepping back takes them back, so a script need not answer. */
const ASKED: ReadonlySet<string> = new Set(['close', 'merge', 'void']);

/** Makes the commands of an area's moves, with a case for their examples; what each may do is decided by the transition table and its conditions alone. */
export function moveCommandsOf<C extends Case, A extends CaseAct>(area: CaseArea<C, A>, sample: string) {
  const moveParams = {
    number: numberArgument(area),
    on: option('--on <day>', { zh: '办理日期（默认今天）', en: 'the day of the act (default today)' }, asActDay),
  } as const satisfies Params;
  return <M extends A['move'], const P extends Params>(move: M, words: MoveWords<P, C, A, M>): Command => {
    const { summary, options, params, act = (input: Input<P>) => input as unknown as Said<A, M>, complete } = words;
    const run = (
      context: Context,
      { number, at, on, ...given }: Input<P> & Input<typeof moveParams> & { readonly at: string | undefined },
    ) => {
      const input = ownInput(params, given);
      return carryOut(
        area,
        context,
        move,
        { number, at, on },
        loaded => {
          const { reason = '', ...said } = act(input, loaded);
          return { ...said, move, on: loaded.on, reason } as unknown as ActOf<A, M>;
        },
        (decided, loaded) => complete?.(decided as ActOf<A, M>, input, loaded) ?? decided,
      );
    };
    return command({
      name: move,
      zh: area.life.moves[move].zh,
      summary,
      example: [area.kind, move, sample, options].filter(Boolean).join(' '),
      access: 'write',
      duty: area.life.decisions.has(move) ? 'decision' : 'handling',
      ...(ASKED.has(move) ? { confirm: 'at-terminal' as const } : {}),
      params: { number: fitting(area, move, moveParams.number), at: atParam(area, move), on: moveParams.on, ...params },
      ...doubtsOf(area, words),
      run,
    });
  };
}

/** What is doubted about a move, once the case is found. */
function doubtsOf<P extends Params, C extends Case, A extends CaseAct, M extends A['move']>(
  area: CaseArea<C, A>,
  { params, doubts }: MoveWords<P, C, A, M>,
) {
  if (!doubts) return {};
  type Given = Input<P> & { readonly number: string; readonly on?: Day | undefined };
  return {
    doubts: (context: Context, given: Given) => {
      const { number, on = context.today } = given;
      return doubts(ownInput(params, given), { caseFile: area.load(context.db, number), on, context });
    },
  };
}

/** The history keeps what the act says, not the options of every command, such as where the ledger is. */
function ownInput<P extends Params>(params: P, given: object): Input<P> {
  const own = Object.entries(given).filter(([name]) => name in params);
  return Object.fromEntries(own) as unknown as Input<P>;
}
