import { type Problem, problem, problemsOf } from '../intake/sheet.ts';
import { covers, type Day, encloses, OPEN_END, overlaps, type Span, shownBound } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';

/** A household's code begins with its village's code, present or former. */
export function householdCodeProblems(code: string, unitCode: string, unitCodes: readonly string[]): Problem[] {
  const fits = [unitCode, ...unitCodes].some(known => code.startsWith(known));
  const wrong = { zh: `前 12 位应是村代码 ${unitCode}`, en: `does not begin with its village’s code ${unitCode}` };
  return problemsOf('code', code, fits ? undefined : wrong);
}

/** A household's or a pair's time in a village. */
interface VillageSpan extends Span {
  readonly unit_id: number;
}

/** A household with its times in villages, the first first. */
export interface AssignableHousehold {
  readonly terms: readonly VillageSpan[];
}

export interface AssignablePair extends VillageSpan {
  readonly cadre_a: string;
  readonly cadre_b: string;
}

/** The time that a household spends in a pair's village: that of a day, where it is named, and otherwise the last. */
export function termWith({ terms }: AssignableHousehold, pair: VillageSpan, day?: Day): VillageSpan | undefined {
  const there = terms.filter(({ unit_id }) => unit_id === pair.unit_id);
  return there.find(term => day !== undefined && covers(term, day)) ?? there.at(-1);
}

/**
 * A household is looked after by a pair of its own village's team, and one of the two answers for it
 * ("2人一组互相配合入户,但不能同时包1户", S-27); neither outlives the household or the pair.
 */
export function assignmentProblems(
  row: Span & { readonly household_code: string; readonly pair_code: string; readonly responsible_cadre: string },
  household: AssignableHousehold | undefined,
  pair: AssignablePair | undefined,
): Problem[] {
  const say = (column: keyof typeof row, zh: string, en: string) => [problem(column, row[column], { zh, en })];
  if (!household) return say('household_code', '没有这一户', 'is not a known household');
  if (!pair) return say('pair_code', '没有这个结对', 'is not a known pair');
  const there = household.terms.filter(term => term.unit_id === pair.unit_id);
  if (there.length === 0) return say('pair_code', '不是这一户所在村的结对', 'is not a pair of the household’s village');
  if (![pair.cadre_a, pair.cadre_b].includes(row.responsible_cadre))
    return say('responsible_cadre', '不是这个结对的队员', 'is not one of the pair');
  if (!there.some(term => encloses(term, row)))
    return say(
      'household_code',
      '这一户在这段时间并不都在该结对的村里',
      'is not in the pair’s village for all of that time',
    );
  if (!encloses(pair, row))
    return say('pair_code', '这个结对在这段时间并不都有效', 'does not last for all of that time');
  return [];
}

/** A household has at most one assignment at a time. */
export function overlapProblems(
  row: Span & { readonly household_code: string; readonly pair_code: string },
  others: readonly (Span & { readonly pair_code: string })[],
): Problem[] {
  const clash = others.find(other => overlaps(other, row));
  if (!clash) return [];
  const summary = { zh: '一户同时只能由一个结对包户', en: 'a household has one pair at a time' };
  const reason = {
    zh: `这段时间已由结对 ${clash.pair_code} 包户：${summary.zh}（更换用 tiaochu assignment change）`,
    en: `is assigned to pair ${clash.pair_code} in that time: ${summary.en} (assignment change moves it)`,
  };
  return [{ ...problem('household_code', row.household_code, reason), summary }];
}

/** A household begins no later than the first visit or assignment that depends on it. */
export function laterStartProblem(firstUse: Day | undefined, on: Day): Text | undefined {
  if (firstUse === undefined || firstUse >= on) return undefined;
  const day = shownBound(firstUse) ?? '';
  return {
    zh: `${day || '在此之前'} 已有走访或包户，不能改为自 ${on} 起`,
    en: `There are visits or assignments from ${day || 'before'} on, so it cannot begin on ${on}`,
  };
}

/** A kind of record about a household, with the day of the last one. */
export interface LastRecord extends Text {
  readonly last: Day | undefined;
}

/** A household does not end before its last visit, need or benefit, or past figures would change. */
export function laterRecordProblem(records: readonly LastRecord[], on: Day): Text | undefined {
  const later = records.find(({ last }) => last !== undefined && last >= on);
  if (!later) return undefined;
  const { zh, en, last } = later;
  return {
    zh: `${last} 还有${zh}记录，不能从 ${on} 起停用`,
    en: `There is a ${en} on ${last}, so it cannot end on ${on}`,
  };
}

/** A household that is closed comes back on the day of its end, if it was closed by mistake, or later, if it was away. */
export function reopeningProblem(code: string, closedOn: Day, on: Day): Refusal | undefined {
  if (closedOn === OPEN_END) return { zh: `${code} 没有停用`, en: `${code} is not closed` };
  if (on >= closedOn) return undefined;
  return {
    zh: `${code} 在 ${closedOn} 才停用，不能从 ${on} 起重新启用`,
    en: `${code} was closed on ${closedOn}; it cannot be reopened from ${on} on`,
    hint: { zh: '停用有误的不写 --on', en: 'Omit --on if it was closed by mistake' },
  };
}

/** The same for pairs and assignments, on which only visits depend. */
export function laterVisitProblem(last: Day | undefined, on: Day): Text | undefined {
  return laterRecordProblem([{ zh: '走访', en: 'visit', last }], on);
}

/** A pair ends only when its households are assigned to others. */
export function assignedProblem(pair: string, households: number): Refusal | undefined {
  if (households === 0) return undefined;
  return {
    zh: `${pair} 仍负责包户 ${households} 户`,
    en: `${pair} is still assigned to ${counted(households, 'household')}`,
    hint: {
      zh: '先用 tiaochu handover 或 tiaochu assignment change 将所包的户转给其他结对',
      en: 'Assign them to others first: tiaochu handover, or tiaochu assignment change',
    },
  };
}

/** A change of an assignment names another pair or another cadre. */
export function sameAssignmentProblem(
  current: { readonly household_code: string; readonly pair_code: string; readonly responsible_cadre: string },
  pair: string,
  cadre: string,
  on: Day,
): Refusal | undefined {
  if (current.pair_code !== pair || current.responsible_cadre !== cadre) return undefined;
  const household = current.household_code;
  return {
    zh: `${household} 在 ${on} 已由 ${pair} 的 ${cadre} 包户`,
    en: `${household} is already assigned to ${cadre} of ${pair} on ${on}`,
    hint: { zh: '请写另一个结对或另一名干部', en: 'Name another pair or another cadre' },
  };
}
