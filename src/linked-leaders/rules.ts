import { type Problem, problem } from '../intake/sheet.ts';
import type { Level } from '../units/level.ts';

/** A leader is linked with a township (包联乡镇, S-43): what lies below it is linked through it. */
export function linkedUnitProblems(unitCode: string, level: Level): Problem[] {
  if (level === 'township') return [];
  return [
    problem('unit_code', unitCode, {
      zh: '不是乡镇，领导包联的是乡镇',
      en: 'is not a township: leaders are linked with townships',
    }),
  ];
}

interface Link {
  readonly name: string;
  readonly code: string;
}

/** One person is linked with one township once at a time; `others` are the links of that township in that time. */
export function linkedTwiceProblems({ name }: Link, others: readonly Link[]): Problem[] {
  const other = others.find(another => another.name === name);
  if (!other) return [];
  return [
    problem('code', other.code, {
      zh: '已是此人在同一时间包联这个乡镇的登记',
      en: 'already links this person with the township at that time',
    }),
  ];
}
