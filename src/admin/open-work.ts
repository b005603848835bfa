import { caseWork } from '../cases/open-work.ts';
import { OPEN_STATUSES as OPEN_DISPUTES } from '../disputes/transitions.ts';
import { householdWork } from '../households/store.ts';
import { OPEN_STATUSES as OPEN_PETITIONS } from '../petitions/transitions.ts';
import { teamWork } from '../teams/store.ts';
import type { OpenWork } from '../units/open-work.ts';
import { unitWork } from '../units/store.ts';

const disputeWork = caseWork('dispute', OPEN_DISPUTES, {
  what: { zh: '未了结的纠纷', en: 'open disputes' },
  one: 'open dispute',
});
const petitionWork = caseWork('petition', OPEN_PETITIONS, {
  what: { zh: '在办的信访', en: 'open petitions' },
  one: 'open petition',
});

/** Everything that keeps a unit from being closed, area by area. */
export const OPEN_WORK: readonly OpenWork[] = [...unitWork, ...teamWork, ...householdWork, disputeWork, petitionWork];
