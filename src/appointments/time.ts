import { readDay } from '../intake/day-text.ts';
import type { Day } from '../kernel/day.ts';

/** A day with a time of day: `2024-01-05 09:00`, also with full-width signs or 9点30分. */
export function readTime(text: string): { readonly day: Day; readonly minute: number } | undefined {
  const [, written = '', hour, minute = '0'] =
    /^(.*\d\S*)[\sT]+(\d{1,2})[:点时](?:(\d{1,2})分?|整)?$/.exec(text.normalize('NFKC').trim()) ?? [];
  const day = readDay(written.trim());
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { day, minute: Number(hour) * 60 + Number(minute) };
}
