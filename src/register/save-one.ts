import type { Context, Outcome } from '../cli/command.ts';
import { type Problem, problem, sentenceOf } from '../intake/sheet.ts';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import type { Decision, Register } from './register.ts';

/** How a single record was given: by which command, and with which options of its own. */
interface Given {
  readonly verb: 'add' | 'change';
  readonly reason?: string | undefined;
  readonly on?: string | undefined;
}

/** Saves the decision about a single record and says what was done; refuses where the record has problems. */
export function saved<R extends object, B>(
  register: Register<R, B>,
  context: Context,
  book: B,
  decision: Decision<R>,
  given: Given,
): Outcome {
  if (decision.verdict === 'reject') throw refusal(register, decision.problems, given.verb);
  const on = given.on ?? context.today;
  const obstacle =
    decision.verdict === 'change' &&
    (futureProblem(register, decision, on, context.today) ?? register.obstacle?.(context.db, decision, on));
  if (obstacle) throw refusal(register, [obstacle], given.verb);
  register.save(context.db, book, [decision], context.stamp(given.on, given.reason));
  const key = register.key.map(k => String(decision.row[k])).join(' ');
  return {
    view: lines(
      { [register.noun]: key, verdict: decision.verdict },
      doneText(register, decision.verdict, key, on > context.today ? on : undefined),
    ),
    records: [key],
    counts: { [decision.verdict]: 1 },
  };
}

function doneText<R extends object, B>(
  { title, noun }: Register<R, B>,
  verdict: 'add' | 'change' | 'already',
  key: string,
  later: string | undefined,
): Text {
  if (verdict === 'add') return { zh: `已新增${title.zh} ${key}`, en: `Added ${noun} ${key}` };
  if (verdict === 'already')
    return { zh: `${key} 与现有内容一致，未作修改`, en: `${key} already has these values; nothing changed` };
  return {
    zh: `已修改${title.zh} ${key}${later ? `，${later} 起生效` : ''}`,
    en: `Changed ${noun} ${key}${later ? `, from ${later} on` : ''}`,
  };
}

/** What has no dates changes at once, so it cannot be set for a later day. */
function futureProblem<R extends object, B>(
  { undated }: Register<R, B>,
  { changes }: Decision<R> & { verdict: 'change' },
  on: string,
  today: string,
): Problem | undefined {
  const early = changes.find(({ field }) => (undated as readonly string[] | undefined)?.includes(field));
  if (!early || on <= today) return undefined;
  return problem(early.field, early.new, {
    zh: `修改立即生效，不能定在以后的 ${on}`,
    en: `takes effect at once and cannot be set for ${on}`,
  });
}

function refusal<R extends object, B>(
  { sheet, noun, title }: Register<R, B>,
  problems: readonly Problem[],
  verb: 'add' | 'change',
): Failure {
  return new Failure('refused', sentenceOf(sheet, problems), {
    zh: `各项的写法见 tiaochu ${noun} ${verb} --help，已有的记录见 tiaochu ${title.list}`,
    en: `tiaochu ${noun} ${verb} --help explains the values, tiaochu ${title.list} shows what there is`,
  });
}
