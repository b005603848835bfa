import { type Change, changesBetween } from '../../ledger/events.ts';
import type { Indicator, Wanted } from './scheme.ts';

/** What becomes of one indicator of a scheme. */
export interface Step {
  readonly what: 'add' | 'change' | 'end' | 'already';
  /** Absent for one that the scheme never had. */
  readonly id: number | undefined;
  readonly before: Indicator | undefined;
  readonly after: Wanted;
  readonly changes: readonly Change[];
}

/**
 * The steps from a scheme as it stands on a day to one that has just the wanted indicators: who is not among them ends.
 * `standing` holds those that ended before as well, since one of them may come back.
 */
export function planOf(standing: readonly Indicator[], wanted: readonly Wanted[]): Step[] {
  const kept = wanted.map(after =>
    stepTo(
      after,
      standing.find(one => one.code === after.code),
    ),
  );
  const ended = inScheme(standing)
    .filter(one => !wanted.some(({ code }) => code === one.code))
    .map(one => stepTo({ ...one, weight: 0 }, one));
  return [...kept, ...ended];
}

function stepTo(after: Wanted, known: Indicator | undefined): Step {
  if (!known) {
    const changes = [{ field: 'weight', old: 0, new: after.weight }];
    return { what: 'add', id: undefined, before: undefined, after, changes };
  }
  const changes = changesBetween(stored(known), stored(after));
  const what = changes.length === 0 ? 'already' : known.weight === 0 ? 'add' : after.weight === 0 ? 'end' : 'change';
  return { what, id: known.id, before: known, after, changes };
}

/** As the ledger keeps it: a rule is one value. */
function stored({ name_zh, name_en, weight, source, rule }: Wanted) {
  return { name_zh, name_en, weight, source, rule: JSON.stringify(rule) };
}

/** Those that a scheme has: what weighs nothing has ended, or has not begun. */
export function inScheme<W extends Wanted>(indicators: readonly W[]): W[] {
  return indicators.filter(({ weight }) => weight > 0);
}

/** How many indicators are added, changed (or ended) and left alone by a plan. */
export function tallyOf(steps: readonly Step[]) {
  const count = (...whats: readonly Step['what'][]) => steps.filter(({ what }) => whats.includes(what)).length;
  return { added: count('add'), changed: count('change', 'end'), already: count('already') };
}

/** What a scheme has once a plan is carried out. */
export function indicatorsAfter(steps: readonly Step[]): Wanted[] {
  return inScheme(steps.map(({ after }) => after));
}
