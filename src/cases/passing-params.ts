import { option, picks, required } from '../cli/param.ts';
import { asActDay, asName } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Scene } from './case.ts';
import { openUnit } from './move-command.ts';

/** The day by which the result of what is handed down or given to a department is wanted. */
export const dueParam = option(
  '--due <day>',
  { zh: '要求办结的日期', en: 'the day by which the result is wanted' },
  asActDay,
);

/** What handing a case down says, whatever its kind. */
export const handDownParams = {
  to: required(picks('unit', option('--to <unit>', { zh: '下级机构', en: 'the unit below' }))),
  due: required(dueParam),
} as const;

/** The unit below is open, and the history keeps its code. */
export function handedDown<S extends { readonly to: string; readonly due: Day }>(
  said: S,
  { scene }: { readonly scene: Scene },
) {
  return { ...said, to: openUnit(said.to, scene).code };
}

/** Why a case goes up without what comes first on its own tier. */
export const directParam = (summary: Text) => option('--direct <reason>', summary, asName);

/** The reason for going up directly is a reason, too. */
export function escalated({
  reason,
  direct,
}: {
  readonly reason: string | undefined;
  readonly direct: string | undefined;
}) {
  return { reason: reason ?? direct, direct };
}
