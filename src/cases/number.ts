import type { Day } from '../kernel/day.ts';
import type { CaseKind } from './case.ts';

/** What a case's number begins with: the registering unit's code and the year; a petition's serial carries a P. */
export function numberPrefix(kind: CaseKind, unitCode: string, registeredOn: Day): string {
  return `${unitCode}-${registeredOn.slice(0, 4)}-${kind === 'petition' ? 'P' : ''}`;
}

/** Whether a text can be the end of a number: `17`, `2023-17`, `150722100200-2023-17`, `P3`. */
export function isTail(text: string): boolean {
  return /^(\d{1,12}-)?(\d{4}-)?P?\d+$/i.test(text);
}
