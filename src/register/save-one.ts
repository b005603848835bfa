import type { Context, Outcome } from '../cli/command.ts';
import { type Problem, problem, sentenceOf } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import { refuse, refuseIf } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import type { Stamp } from '../ledger/events.ts';
import { decide } from './decide.ts';
import { brokenEntryRule } from './entry-rule.ts';
import type { AnyRow, ChangeDecision, Register } from './register.ts';
import { hiddenNumbers } from './repeated.ts';

/** How a single record was given: by which command, and from which day on it holds. */
interface Given {
  readonly verb: 'add' | 'change';
  readonly on: Day;
  readonly stamp: Stamp;
}

/** Decides about a single record, saves it and says what was done; refuses where the record has problems. */
export function saveOne(register: Register, context: Context, book: unknown, row: AnyRow, given: Given): Outcome {
  const { db, today } = context;
  const { verb, on, stamp } = given;
  const decision = decide(register, book, row, { update: verb === 'change', on });
  if (decision.verdict === 'reject') refuseOne(register, decision.problems, verb);
  const obstacle =
    decision.verdict === 'change' &&
    (futureProblem(register, decision, on, today) ?? register.obstacle?.(db, decision, on));
  if (obstacle) refuseOne(register, [obstacle], verb);
  refuseIf(brokenEntryRule(register, db, decision));
  register.save(db, book, [decision], stamp);
  const { verdict } = decision;
  const key = register.key.map(column => String(decision.row[column])).join(' ');
  return {
    view: lines({ [register.noun]: key, verdict }, doneText(register, verdict, key, on > today ? on : undefined)),
    records: [key],
    counts: { [verdict]: 1 },
  };
}

function doneText(
  { title, noun }: Register,
  verdict: 'add' | 'change' | 'already',
  key: string,
  later: Day | undefined,
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
function futureProblem(register: Register, { changes }: ChangeDecision, on: Day, today: Day): Problem | undefined {
  const early = changes.find(({ field }) => register.undated?.includes(field));
  if (!early || on <= today) return undefined;
  return problem(early.field, early.new, {
    zh: `修改立即生效，不能定在以后的 ${on}`,
    en: `takes effect at once and cannot be set for ${on}`,
  });
}

/** Whoever types a name may read it in the answer; phones and identity numbers stay off the screen and out of logs. */
const unnumbered = (wrong: Problem): Problem => ({ ...wrong, value: hiddenNumbers(wrong.value) });

/** Refuses a record for what is wrong with it. */
export function refuseOne({ sheet, noun, title }: Register, problems: readonly Problem[], verb: Given['verb']): never {
  refuse(sentenceOf(sheet, problems.map(unnumbered)), {
    zh: `各项的写法见 tiaochu ${noun} ${verb} --help，已有的记录见 tiaochu ${title.list}`,
    en: `tiaochu ${noun} ${verb} --help explains the values, tiaochu ${title.list} shows what there is`,
  });
}
