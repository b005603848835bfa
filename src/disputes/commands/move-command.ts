import { type Command, type Context, command } from '../../cli/command.ts';
import { argument, type Input, option, type Params } from '../../cli/param.ts';
import { asDay } from '../../cli/values.ts';
import { carryOut } from '../carry-out.ts';
import { MOVES, type Move } from '../transitions.ts';

export const numberArgument = argument('<number>', {
  zh: '纠纷编号，或它的结尾，如 2023-17',
  en: 'the dispute’s number or its end, like 2023-17',
});

const moveParams = {
  number: numberArgument,
  at: option('--at <unit>', { zh: '办理单位（默认持有单位）', en: 'the unit that acts (default: the holder)' }),
  on: option('--on <day>', { zh: '办理日期（默认今天）', en: 'the day of the act (default today)' }, asDay),
} as const satisfies Params;

interface MoveWords<P extends Params> {
  readonly summary: { readonly zh: string; readonly en: string };
  /** The command line after `dispute <move>`. */
  readonly example: string;
  readonly params: P;
  /** What the act says, from its options; `to` and `reason` are looked at by the rules themselves. */
  says?(
    input: Input<P>,
    context: Context,
  ): {
    readonly details?: Readonly<Record<string, unknown>>;
    readonly to?: string | undefined;
    readonly reason?: string | undefined;
  };
}

/** The command of one move; what it may do is decided by the transition table and its conditions alone. */
export function moveCommand<const P extends Params>(move: Move, words: MoveWords<P>): Command {
  return command({
    name: move,
    zh: MOVES[move].zh,
    summary: words.summary,
    example: `dispute ${move} ${words.example}`,
    access: 'write',
    plain: true,
    params: { ...moveParams, ...words.params } as Params,
    run: (context, input) => {
      const { number, at, on } = input as unknown as Input<typeof moveParams>;
      const { details, to, reason } = words.says?.(input as unknown as Input<P>, context) ?? {};
      const given = Object.fromEntries(Object.entries(details ?? {}).filter(([, value]) => value !== undefined));
      return carryOut(context, move, { number, at, on, to, reason, details: given });
    },
  });
}
