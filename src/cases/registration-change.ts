import type { Context } from '../cli/command.ts';
import { option } from '../cli/param.ts';
import { asActDay } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { type UnitTree, unitNamed } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import { correctRegistrationDay } from './registration.ts';
import { anewProblem } from './registration-rules.ts';

/** What `<noun> change` says of where and when a case was registered. */
export const registrationParams = {
  registeredOn: option('--registered-on <day>', { zh: '更正登记日期', en: 'the corrected registration day' }, asActDay),
  unit: option('--unit <unit>', {
    zh: '登记单位（编号写明单位，改由别的单位登记须作废后重新登记）',
    en: 'the registering unit (its code is in the number: void the case and register it anew)',
  }),
} as const;

interface Said {
  readonly registeredOn: Day | undefined;
  readonly unit: string | undefined;
  readonly reason: string | undefined;
}

/** Corrects where and when a case was registered, as far as its number allows; whether anything changed. */
export function changeRegistration(
  area: AnyCaseArea,
  context: Context,
  caseFile: Case,
  said: Said,
  tree: UnitTree,
): boolean {
  const { db, today, stamp } = context;
  const { registeredOn, unit, reason } = said;
  if (unit !== undefined && unitNamed(tree, unit).unit_id !== caseFile.unit) {
    const name = tree.units.get(caseFile.unit)?.name ?? '';
    refuse(anewProblem(caseFile, { zh: `登记单位${name}`, en: `the registering unit, ${name},` }));
  }
  if (registeredOn === undefined || registeredOn === caseFile.registeredOn) return false;
  correctRegistrationDay(area, db, caseFile, registeredOn, today, stamp(undefined, reason));
  return true;
}
