import { addDays, type Day, dayNumber } from '../kernel/day.ts';
import { wordList } from '../kernel/text.ts';

/** Why the time of a case stands still: it is suspended, suspended for an appraisal, or a hearing is held. */
const PAUSE_KINDS = wordList({
  suspension: { zh: '中止', en: 'suspended' },
  appraisal: { zh: '鉴定', en: 'under appraisal' },
  hearing: { zh: '听证', en: 'hearing' },
});

export type PauseKind = keyof typeof PAUSE_KINDS;

/** What interrupts a deadline: nothing, any suspension, or an appraisal alone. */
export type Pauses = '' | 'suspension' | 'appraisal';

/** A time in which a case was suspended or heard; `to` is the day from which it is counted again, none while it lasts. */
export interface Pause {
  readonly kind: PauseKind;
  readonly from: Day;
  readonly to: Day | null;
}

/** Whether a suspension interrupts a deadline. Any suspension interrupts what suspensions interrupt, appraisals included. */
export function interrupts(pause: Pick<Pause, 'kind'>, pauses: Pauses): boolean {
  return pauses === 'suspension' || (pauses !== '' && pause.kind === pauses);
}

/**
 * A last day moved on by the days on which the deadline stood still. What was over before the suspension stays over; days
 * before the start are not counted twice. A suspension that lasts has moved nothing yet.
 */
export function delayed(
  last: Day,
  start: Day,
  pauses: readonly Pause[],
): { readonly last: Day; readonly days: number } {
  let days = 0;
  for (const pause of pauses) if (pause.from <= addDays(last, days)) days += daysOff(pause, start);
  return { last: addDays(last, days), days };
}

/** The days of a suspension from a start on; none yet while it lasts. */
export function daysOff({ from, to }: Pause, start: Day): number {
  return to === null || to <= start ? 0 : dayNumber(to) - dayNumber(from > start ? from : start);
}

/** The suspension that lasts and interrupts a deadline now; one that began after the last day interrupts nothing. */
export function currentPause(due: Day, pauses: readonly Pause[]): Pause | undefined {
  return pauses.find(({ from, to }) => to === null && from <= due);
}
