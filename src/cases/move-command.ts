import { type Command, type Context, command } from '../cli/command.ts';
import { argument, type Input, option, type Params } from '../cli/param.ts';
import { asDay } from '../cli/values.ts';
import type { Text } from '../kernel/text.ts';
import type { CaseArea } from './area.ts';
import { carryOut } from './carry-out.ts';
import type { Case } from './case.ts';
import type { CaseAct } from './life.ts';

/** The unit that acts on a case. */
export const atParam = option('--at <unit>', {
  zh: '办理单位（默认持有单位）',
  en: 'the unit that acts (default: the holder)',
});

/** A case's number, or the end of it. */
export function numberArgument({ title }: { readonly title: { readonly zh: string; readonly one: string } }) {
  return argument('<number>', {
    zh: `${title.zh}编号，或它的结尾，如 2023-17`,
    en: `the ${title.one}’s number or its end, like 2023-17`,
  });
}

interface MoveWords<P extends Params> {
  readonly summary: Text;
  /** The command line after `<noun> <move>`. */
  readonly example: string;
  readonly params: P;
  /** What the act says, from its options; `to` and `reason` are looked at by the rules themselves. */
  says?(
    input: Input<P>,
    context: Context,
    given: { readonly number: string; readonly on: string | undefined },
  ): {
    readonly details?: Readonly<Record<string, unknown>>;
    readonly to?: string | undefined;
    readonly reason?: string | undefined;
    readonly because?: readonly Text[];
  };
}

/** Makes the commands of an area's moves; what each may do is decided by the transition table and its conditions alone. */
export function moveCommandsOf<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>>(
  area: CaseArea<S, M, C, A>,
) {
  const moveParams = {
    number: numberArgument(area),
    at: atParam,
    on: option('--on <day>', { zh: '办理日期（默认今天）', en: 'the day of the act (default today)' }, asDay),
  } as const satisfies Params;
  return <const P extends Params>(move: M, words: MoveWords<P>): Command =>
    command({
      name: move,
      zh: area.life.moves[move].zh,
      summary: words.summary,
      example: `${area.kind} ${move} ${words.example}`,
      access: 'write',
      params: { ...moveParams, ...words.params } as Params,
      run: (context, input) => {
        const { number, at, on } = input as unknown as Input<typeof moveParams>;
        const { details, ...said } = words.says?.(input as unknown as Input<P>, context, { number, on }) ?? {};
        const given = Object.fromEntries(Object.entries(details ?? {}).filter(([, value]) => value !== undefined));
        return carryOut(area, context, move, { number, at, on, ...said, details: given });
      },
    });
}
