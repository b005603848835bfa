import type { DeadlineStart, Step } from '../cases/case.ts';
import type { Passing } from '../cases/passing.ts';
import type { UnitTree } from '../units/tree.ts';
import { hasOpinion } from './classes.ts';
import { isOrgan } from './organ.ts';
import type { Petition } from './petition.ts';
import { isHandled } from './tasks.ts';
import type { Status } from './transitions.ts';

type Accepted = Partial<Step<Status>>;

/** A village begins to carry it, which starts and answers deadlines of the office's own only. */
export function carried(petition: Petition, { starts = [], ends = [], ...passing }: Passing): Accepted {
  const { holder: unit = petition.holder } = passing;
  return {
    ...passing,
    carried: true,
    // A notice was also due from a village before the program told carrying from handling.
    ends: [...ends, { codes: ['CARRY_ACCEPT_15', 'XF_NOTICE_15'], how: 'met' }],
    starts: isHandled(petition) ? starts : [...starts, { code: 'CARRY_60', unit }],
  };
}

/**
 * An organ accepts it: the 60 days of a residual claim begin, once; they do not begin anew where another organ accepts it. What a village carried
 * up was received with the offer, and the 15 days for the notice run from then; accepting does not meet them.
 */
export function handled(petition: Petition, { starts = [], ends = [], ...passing }: Passing, tree: UnitTree): Accepted {
  const { holder: unit = petition.holder } = passing;
  const isFirst = petition.handler === undefined && hasOpinion(petition);
  const handling: DeadlineStart[] = isFirst ? [{ code: 'XF_HANDLE_60', unit }] : [];
  return {
    ...passing,
    ends: [...ends, { codes: ['CARRY_ACCEPT_15'], how: 'met' }, { codes: ['CARRY_60'], how: 'moot' }],
    starts: [...starts, ...notice(petition, unit, tree), ...handling],
  };
}

/** An organ that lodged the petition has its days for the notice since then. */
function notice({ unit: first, handler, offer }: Petition, unit: number, { units }: UnitTree): DeadlineStart[] {
  const lodgedAt = units.get(first);
  const isNew = handler === undefined && lodgedAt !== undefined && !isOrgan(lodgedAt);
  return isNew && offer ? [{ code: 'XF_NOTICE_15', unit, start: offer.offeredOn }] : [];
}
