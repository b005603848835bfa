import { type Day, dayFromSerial, dayOf } from '../kernel/day.ts';

const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[ T]0?0:00(?::00)?)?$/;
/** Spreadsheet serials that can be meant as days of ours: 1954 to 2064. */
const SERIAL = /^[2-5]\d{4}(?:\.0+)?$/;

/**
 * Reads a day as people and spreadsheets write it: 2023-05-03, 2023/5/3, 2023.5.3, 2023年5月3日, 45049.
 * Returns undefined for anything else and for days that the calendar does not have.
 */
export function readDay(text: string): Day | undefined {
  const match = WRITTEN.exec(text);
  if (match) return dayOf(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5]));
  return SERIAL.test(text) ? dayFromSerial(Number(text)) : undefined;
}
