import type { Source } from '../scheme/scheme.ts';
import { rounded, totalOf } from './points.ts';
import type { Entry } from './sheet.ts';

/** What shows whether there was anything of which a count could be bad: without a petition none can be lodged again. */
const WORK_BEHIND: Readonly<Partial<Record<Source, readonly Source[]>>> = {
  repeat: ['acceptance_rate', 'reply_rate', 'satisfaction_rate', 'response_rate'],
  overdue: [
    'acceptance_rate',
    'reply_rate',
    'satisfaction_rate',
    'response_rate',
    'settlement_rate',
    'escalation_rate',
  ],
};

type Counted = Pick<Entry, 'figure' | 'score'> & { readonly indicator: Pick<Entry['indicator'], 'source' | 'weight'> };

/**
 * Whether an indicator cannot be counted for a unit, since the unit had no such work: a share of nothing, or points that are
 * deducted for each bad case where the sheet has shares of such cases and all of them are of nothing.
 */
function isUncountable({ indicator, figure }: Counted, all: readonly Counted[]): boolean {
  if (figure.whole === 0) return true;
  const behind = WORK_BEHIND[indicator.source];
  const work = all.filter(other => behind?.includes(other.indicator.source));
  return work.length > 0 && work.every(other => other.figure.whole === 0);
}

/**
 * The total of a unit with the points of what cannot be counted spread over its other indicators, in proportion to their
 * weights: nobody is first for having no work. Null where nothing can be counted.
 */
export function spreadTotal(entries: readonly Counted[]): number | null {
  const counted = countedAmong(entries);
  const weight = weightOf(counted);
  if (weight === 0) return null;
  const score = counted.reduce((sum, entry) => sum + entry.score, 0);
  return rounded((score * weightOf(entries)) / weight);
}

function countedAmong(entries: readonly Counted[]): Counted[] {
  return entries.filter(entry => !isUncountable(entry, entries));
}

function weightOf(entries: readonly Counted[]): number {
  return entries.reduce((sum, { indicator }) => sum + indicator.weight, 0);
}

/** The points of indicators that cannot be counted, which only were not lost. */
export function uncountedIn(entries: readonly Counted[]): number {
  return totalOf(entries.filter(entry => isUncountable(entry, entries)).map(({ score }) => score));
}

/** What an indicator's points are worth when those of what cannot be counted are spread; null for these themselves. */
export function spreadScore(entry: Counted, entries: readonly Counted[]): number | null {
  if (isUncountable(entry, entries)) return null;
  return rounded((entry.score * weightOf(entries)) / weightOf(countedAmong(entries)));
}
