import { type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { option, required } from '../cli/param.ts';
import { asActDay, asReason } from '../cli/values.ts';
import { refuseIf } from '../kernel/failure.ts';
import type { Text, Word } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { loadTree } from '../units/store.ts';
import { type UnitTree, unitNamed } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle } from './area.ts';
import { nextText } from './carry-out.ts';
import type { Case } from './case.ts';
import { atParam, numberArgument } from './move-command.ts';
import { type MoveRow, movesOf } from './move-store.ts';
import { revertLast } from './reverting.ts';
import { moveToStepBack, STEP_BACK, stepBackProblem } from './step-back.ts';
import { movedSince } from './step-back-store.ts';

/** `<noun> step-back`: the last move of a case did not happen as it was entered; it leaves the case and stays in its history. */
export function stepBackCommand(area: AnyCaseArea, sample: string): Command {
  const { kind, title } = area;
  return command({
    name: 'step-back',
    zh: STEP_BACK.zh,
    summary: {
      zh: `撤销${title.zh}的最后一步办理：不再计入，历史中保留`,
      en: `step back the last move of a ${title.one}: the history keeps it, nothing counts it`,
    },
    example: `${kind} step-back ${sample} --reason 登记有误`,
    access: 'write',
    duty: 'handling',
    params: {
      number: numberArgument(area),
      reason: required(option('--reason <text>', { zh: '撤销的原因', en: 'why it is stepped back' }, asReason)),
      at: atParam(area, 'step-back'),
      on: option(
        '--on <day>',
        { zh: '撤销日期（默认今天）', en: 'the day on which it is stepped back (default today)' },
        asActDay,
      ),
    },
    run: (context, input) => stepBack(area, context, input),
  });
}

interface Input {
  readonly number: string;
  readonly reason: string;
  readonly at: string | undefined;
  readonly on: string | undefined;
}

function stepBack(area: AnyCaseArea, context: Context, input: Input): Outcome {
  const { db, today } = context;
  const { kind } = area;
  const { at, on = today, reason } = input;
  const tree = loadTree(db, today);
  const before: Case = area.load(db, input.number);
  const { id, number } = before;
  const last = moveToStepBack({ kind, number, moves: movesOf(db, id), on, today });
  const act = area.decode(db, last);
  const found = area.elsewhere?.(db, act);
  const other = found && { ...found, isMoved: movedSince(db, found.id, last.id) };
  const unit = at === undefined ? undefined : unitNamed(tree, at);
  refuseIf(stepBackProblem(area, { number, last, at: unit, other }, tree));
  const after = revertLast(area, db, {
    ...{ before, last, act, stamp: context.stamp(on, reason) },
    kind: 'stepped_back',
  });
  return {
    view: lines(
      {
        ...{ [kind]: number, stepped_back: moveTitle(area, last.name), status: statusText(area, after.status) },
        holder: tree.units.get(after.holder)?.code,
      },
      steppedBack(area, last, after, tree),
      nextText(area.life, after, tree),
    ),
    records: [number],
    counts: { stepped_back: 1 },
  };
}

const statusText = ({ life }: AnyCaseArea, status: string) => (life.statuses as Readonly<Record<string, Word>>)[status];

/** Which move is void now, and how the case is doing without it. */
function steppedBack(
  area: AnyCaseArea,
  { name, on_day }: MoveRow,
  { number, status, holder }: Case,
  tree: UnitTree,
): Text {
  const move = moveTitle(area, name);
  const is = statusText(area, status);
  const unit = tree.units.get(holder)?.name;
  return {
    zh: `${number} 已撤销 ${on_day} 的「${move.zh}」：${is?.zh}，由${unit}持有`,
    en: `${number}: the move "${move.en}" of ${on_day} is stepped back: ${is?.en}, held by ${unit}`,
  };
}
