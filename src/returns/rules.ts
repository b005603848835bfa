import { type Day, dayOf, lengthOfMonth } from '../kernel/day.ts';
import type { Period } from '../kernel/period.ts';
import type { Text } from '../kernel/text.ts';
import { type Level, TIER } from '../units/level.ts';
import type { DELIVERED_BY } from './return-kind.ts';

type DeliveredBy = keyof typeof DELIVERED_BY;

/** A month by its name, 2023-10, as the days from its first to its last. */
export function daysOfMonth(month: string): Period {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: `${month}-${lengthOfMonth(year, number)}` };
}

/** The day by which a month's return is due: so many days into the next month, whatever weekday it is. */
export function dueDayOf(month: string, dueDay: number): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? dayOf(year + 1, 1, dueDay) : dayOf(year, number + 1, dueDay);
  if (next === undefined) throw new Error(`${month} has no month after it with a day ${dueDay}`);
  return next;
}

/** What has become of a return that is expected. */
export type ReturnState = 'on_time' | 'late' | 'missing' | 'not_due';

/** A return is on time that was received on its due day or before; one that is not due yet is not missing. */
export function stateOf(dueOn: Day, receivedOn: Day | undefined, today: Day): ReturnState {
  if (receivedOn !== undefined) return receivedOn <= dueOn ? 'on_time' : 'late';
  return today <= dueOn ? 'not_due' : 'missing';
}

/** Townships deliver what is expected of townships, villages and communities what is expected of villages. */
export function isDeliveredBy(deliveredBy: DeliveredBy, level: Level): boolean {
  return TIER[level] === TIER[deliveredBy];
}

/** A return comes from a unit of the level that delivers its kind, as on the month's last day. */
export function delivererProblem(deliveredBy: DeliveredBy, level: Level | undefined): Text | undefined {
  if (level === undefined) return { zh: '当月末不在册', en: 'did not exist on the month’s last day' };
  if (isDeliveredBy(deliveredBy, level)) return undefined;
  return deliveredBy === 'township'
    ? { zh: '不是乡镇，而这种报表由乡镇报送', en: 'is not a township, and townships deliver this kind of return' }
    : {
        zh: '不是村（社区），而这种报表由村（社区）报送',
        en: 'is not a village or community, and those deliver this kind of return',
      };
}

/** The return for a month does not come before the month has begun. */
export function earlyProblem(month: string, receivedOn: Day): Text | undefined {
  if (receivedOn >= daysOfMonth(month).from) return undefined;
  return { zh: `早于所属月份 ${month}`, en: `is before its month, ${month}` };
}

interface Received {
  readonly code: string;
  readonly kind_code: string;
  readonly month: string;
}

/** Each return is received once: kind, unit and month name it. */
export function twiceProblem(
  row: { readonly kind_code: string; readonly month: string },
  ofUnit: readonly Received[],
): Text | undefined {
  const before = ofUnit.find(({ kind_code, month }) => kind_code === row.kind_code && month === row.month);
  if (!before) return undefined;
  return {
    zh: `当月的这种报表已登记收到（${before.code}）`,
    en: `was already received for that month (${before.code})`,
  };
}
