import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day, OPEN_END, type Span } from '../kernel/day.ts';

interface Term extends Span {
  readonly unit_id: number;
}

/** What a file's row says of a household's village and time; a bound that it leaves out says nothing. */
interface GivenTerm {
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

/**
 * A file from before a merger names the village that is closed by now: its row says what the ledger has as an earlier
 * term, and changes nothing.
 */
export function repeatsEarlierTerm(row: GivenTerm, village: Term, earlier: readonly Term[]): boolean {
  if (village.to_on === OPEN_END) return false;
  const given = ({ from_on, to_on }: Term) =>
    (row.from_on ?? from_on) === from_on && (row.to_on === undefined || row.to_on === to_on || row.to_on === OPEN_END);
  return earlier.some(term => term.unit_id === village.unit_id && given(term));
}

/** The day on which a household changes its village: the one that the row names as the first of its time there. */
export function movingDay(before: Span, row: GivenTerm, on: Day): Day {
  return row.from_on !== undefined && row.from_on !== before.from_on ? row.from_on : on;
}

/** A household moves while it is in the register, and not before it came to where it is. */
export function movingProblems({ unit_code, ...before }: Span & { readonly unit_code: string }, on: Day): Problem[] {
  const say = (zh: string, en: string) => [problem('unit_code', unit_code, { zh, en })];
  if (before.to_on !== OPEN_END)
    return say(
      `这一户已于 ${before.to_on} 停用，不能迁往别村（迁回的用 tiaochu household reopen）`,
      `was left on ${before.to_on}, when the household was closed (tiaochu household reopen brings it back)`,
    );
  if (on >= before.from_on) return [];
  return say(`这一户自 ${before.from_on} 才在该村`, `is where the household is only from ${before.from_on} on`);
}

/** What happens with a household happens while it is in the register: not in the time between moving away and coming back. */
export function absentProblems(code: string, terms: readonly Span[], day: Day): Problem[] {
  const [first, last] = [terms[0], terms.at(-1)];
  // Before the first and after the last of them it does not exist, which is said of all that is not there on a day.
  if (!first || !last || day < first.from_on || day >= last.to_on || terms.some(term => covers(term, day))) return [];
  return [problem('household_code', code, { zh: '当天不在册', en: 'is not active on that day' })];
}

/** A household is in one village at a time: its present term begins when the earlier ones have ended. */
export function termOrderProblems({ from_on }: Span, earlier: readonly Span[]): Problem[] {
  const last = earlier.at(-1);
  if (!last || from_on >= last.to_on) return [];
  return [
    problem('from_on', from_on, {
      zh: `早于上一段在册时间的结束日期 ${last.to_on}`,
      en: `is before ${last.to_on}, when the household’s earlier time in the register ended`,
    }),
  ];
}
