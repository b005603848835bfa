import { type MeaningPlace, type Narrowing, narrowing, option, picks, required } from '../cli/param.ts';
import { asActDay, asName } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { loadTree } from '../units/store.ts';
import { openBelow } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import type { Scene } from './case.ts';
import { openUnit } from './move-command.ts';

/** The day by which the result of what is handed down or given to a department is wanted. */
export const dueParam = option(
  '--due <day>',
  { zh: '要求办结的日期', en: 'the day by which the result is wanted' },
  asActDay,
);

/** What handing a case of an area down says: to a unit below the one that holds it. */
export const handDownParams = (area: AnyCaseArea) =>
  ({
    to: required(
      narrowing(belowHolder(area), picks('unit', option('--to <unit>', { zh: '下级机构', en: 'the unit below' }))),
    ),
    due: required(dueParam),
  }) as const;

/** The open units below the one that holds a case: none else is handed it. */
function belowHolder(area: AnyCaseArea): Narrowing {
  return ({ db, day }, { number }) => {
    const tree = loadTree(db, day);
    const holder = tree.units.get(area.load(db, String(number)).holder);
    return { within: holder ? openBelow(tree, holder).map(({ code }) => code) : [] };
  };
}

/** The unit that holds the case is not one of those that it is joined by. */
export function exceptHolder(area: AnyCaseArea): Narrowing {
  return (at, { number }) => ({ except: [holderOf(area, at, number) ?? []].flat() });
}

/** The code of the unit that holds a case. */
export function holderOf(area: AnyCaseArea, { db, day }: Pick<MeaningPlace, 'db' | 'day'>, number: unknown) {
  return loadTree(db, day).units.get(area.load(db, String(number)).holder)?.code;
}

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
