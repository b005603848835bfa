import { type Day, dayNumber } from '../kernel/day.ts';
import { counted, type Text } from '../kernel/text.ts';

/** A ledger that was last backed up, restored or begun longer ago than this is at risk. */
const DAYS = 7;

/** What is said of a ledger whose last copy is from a day too long ago; nothing where it is recent enough. */
export function backupRemark(last: Day, today: Day): Text | undefined {
  const days = dayNumber(today) - dayNumber(last);
  if (days <= DAYS) return undefined;
  return {
    zh: `台账已有 ${days} 天没有备份（${last} 以来），请运行 tiaochu backup`,
    en: `The ledger has not been backed up for ${counted(days, 'day')} (since ${last}): run tiaochu backup`,
  };
}
