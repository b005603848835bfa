import type { Text } from '../../kernel/text.ts';
import { type Change, changesBetween } from '../../ledger/events.ts';
import type { Indicator, IndicatorSettings } from './scheme.ts';

/** What happens to one indicator of a scheme. */
export interface Step {
  readonly what: 'add' | 'change' | 'end' | 'already';
  /** Absent for an indicator that the scheme never had. */
  readonly id: number | undefined;
  readonly before: Indicator | undefined;
  readonly after: IndicatorSettings;
  readonly changes: readonly Change[];
}

/**
 * The steps from a scheme on a day to one that has exactly the wanted indicators: all others end.
 * `current` also has those that ended before, since one of them may come back.
 */
export function planOf(current: readonly Indicator[], wanted: readonly IndicatorSettings[]): Step[] {
  const byCode = new Map(current.map(indicator => [indicator.code, indicator]));
  const kept = wanted.map(after => stepTo(after, byCode.get(after.code)));
  const codes = new Set(wanted.map(({ code }) => code));
  const others = inScheme(current).filter(({ code }) => !codes.has(code));
  return [...kept, ...others.map(indicator => stepTo({ ...indicator, weight: 0 }, indicator))];
}

function stepTo(after: IndicatorSettings, known: Indicator | undefined): Step {
  if (!known) {
    const changes = [{ field: 'weight', old: 0, new: after.weight }];
    return { what: 'add', id: undefined, before: undefined, after, changes };
  }
  const changes = changesBetween(stored(known), stored(after));
  const what = changes.length === 0 ? 'already' : known.weight === 0 ? 'add' : after.weight === 0 ? 'end' : 'change';
  return { what, id: known.id, before: known, after, changes };
}

/** The settings as the ledger stores them: a rule is one value. */
function stored({ name_zh, name_en, weight, source, rule }: IndicatorSettings) {
  return { name_zh, name_en, weight, source, rule: JSON.stringify(rule) };
}

/** The indicators that a scheme has: one without weight has ended, or has not begun. */
export function inScheme<W extends IndicatorSettings>(indicators: readonly W[]): W[] {
  return indicators.filter(({ weight }) => weight > 0);
}

/** How many indicators a plan adds, changes (or ends) and leaves alone. */
export function countsOf(steps: readonly Step[]) {
  const count = (...whats: readonly Step['what'][]) => steps.filter(({ what }) => whats.includes(what)).length;
  return { added: count('add'), changed: count('change', 'end'), already: count('already') };
}

/** The indicators of a scheme once a plan is carried out. */
export function indicatorsAfter(steps: readonly Step[]): IndicatorSettings[] {
  return inScheme(steps.map(({ after }) => after));
}

/** The wanted indicators where one gets other settings (or is added) and others get other weights. */
export function withSettings(
  current: readonly Indicator[],
  settings: IndicatorSettings,
  weights: ReadonlyMap<string, number>,
): IndicatorSettings[] {
  const others = current.map(indicator => ({ ...indicator, weight: weights.get(indicator.code) ?? indicator.weight }));
  const isKnown = current.some(({ code }) => code === settings.code);
  const all = isKnown
    ? others.map(indicator => (indicator.code === settings.code ? settings : indicator))
    : [...others, settings];
  return inScheme(all);
}

/** A change changes something. */
export function unchangedProblem(code: string, steps: readonly Step[]): Text | undefined {
  if (steps.some(({ changes }) => changes.length > 0)) return undefined;
  return { zh: `${code} 与现有内容一致，未作修改`, en: `${code} already has these settings; nothing changed` };
}
