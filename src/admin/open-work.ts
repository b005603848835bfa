import { disputeWork } from '../disputes/store.ts';
import { householdWork } from '../households/store.ts';
import { teamWork } from '../teams/store.ts';
import type { OpenWork } from '../units/open-work.ts';
import { unitWork } from '../units/store.ts';

/** Everything that keeps a unit from being closed, area by area. */
export const OPEN_WORK: readonly OpenWork[] = [...unitWork, ...teamWork, ...householdWork, ...disputeWork];
