import type { Day } from '../kernel/day.ts';

/** A case's number: the registering unit's code, the year, a serial without gaps; petitions carry a P. */
export function caseNumber(unitCode: string, registeredOn: Day, serial: number, letter: '' | 'P'): string {
  return `${unitCode}-${registeredOn.slice(0, 4)}-${letter}${serial}`;
}

/** Whether a text can be the end of a number: `17`, `2023-17`, `150722100200-2023-17`, `P3`. */
export function isTail(text: string): boolean {
  return /^(\d{1,12}-)?(\d{4}-)?P?\d+$/i.test(text);
}
