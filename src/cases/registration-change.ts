import type { Context } from '../cli/command.ts';
import { option, picks } from '../cli/param.ts';
import { asActDay } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { loadTree } from '../units/store.ts';
import { unitNamed } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import { correctRegistration } from './registration.ts';

/** What `<noun> change` says of where and when a case was registered. */
export const registrationParams = {
  registeredOn: option(
    '--registered-on <day>',
    {
      zh: '更正登记日期；改到别的年份的，换用那一年的编号',
      en: 'the corrected registration day; in another year, the case gets a number of that year',
    },
    asActDay,
  ),
  unit: picks(
    'unit',
    option('--unit <unit>', {
      zh: '更正登记单位：换用那个单位的编号，原编号保留并指向新编号',
      en: 'the corrected registering unit: the case gets a number of that unit, the former number leads to it',
    }),
  ),
} as const;

interface Said {
  readonly registeredOn: Day | undefined;
  readonly unit: string | undefined;
  /** The unit below that is named as handling it. */
  readonly to?: string | undefined;
  readonly reason: string | undefined;
}

/** Corrects where and when a case was registered; its number then, and how many values changed. */
export function changeRegistration(
  area: AnyCaseArea,
  context: Context,
  caseFile: Case,
  { registeredOn: on = caseFile.registeredOn, unit: named, to, reason }: Said,
): { readonly number: string; readonly changed: number } {
  const { db, today, stamp, remark } = context;
  const tree = loadTree(db, on);
  const unit = named === undefined ? tree.units.get(caseFile.unit) : unitNamed(tree, named);
  const isMoved = unit !== undefined && unit.unit_id !== caseFile.unit;
  if (to !== undefined && !isMoved) misuse(TO_WHERE);
  const changed = (isMoved ? 1 : 0) + (on === caseFile.registeredOn ? 0 : 1);
  if (!unit || changed === 0) return { number: caseFile.number, changed: 0 };
  const why = reason ?? (isMoved ? WRONG_UNIT : WRONG_DAY);
  const correction = { unit, on, to: to === undefined ? undefined : unitNamed(tree, to), today };
  const { number, warnings } = correctRegistration(area, db, caseFile, correction, stamp(undefined, why));
  for (const warning of warnings) remark(warning);
  return { number, changed };
}

const TO_WHERE: Text = {
  zh: '--to 只在更正登记单位（--unit）时用',
  en: '--to belongs to a corrected registering unit (--unit)',
};

/** The reasons where none is given. */
const WRONG_UNIT = '登记单位更正';
const WRONG_DAY = '登记日期更正';

/** What a case was changed in, and the number that it has then. */
export function changedLine(old: string, number: string): Text {
  if (number === old) return { zh: `已修改 ${number}`, en: `Changed ${number}` };
  return {
    zh: `已修改 ${old}：编号改为 ${number}，原编号不再使用，仍可用来查找`,
    en: `Changed ${old}: its number is ${number} now; the former number stays used and leads to it`,
  };
}
