import { caseWork } from '../cases/open-work.ts';
import { OPEN_STATUSES as OPEN_DISPUTES } from '../disputes/transitions.ts';
import { householdWork } from '../households/store.ts';
import { OPEN_STATUSES as OPEN_PETITIONS } from '../petitions/transitions.ts';
import { teamWork } from '../teams/store.ts';
import { type OpenWork, standingWork } from '../units/open-work.ts';
import { unitWork } from '../units/store.ts';

const disputeWork = caseWork('dispute', OPEN_DISPUTES, {
  what: { zh: '未了结的纠纷', en: 'open disputes' },
  one: 'open dispute',
});
const petitionWork = caseWork('petition', OPEN_PETITIONS, {
  what: { zh: '在办的信访', en: 'open petitions' },
  one: 'open petition',
});

const standing = [
  standingWork('site', { what: { zh: '场所', en: 'open sites' }, one: 'open site' }),
  standingWork('agent', {
    what: { zh: '在任的代办员', en: 'petition agents in office' },
    one: 'petition agent in office',
  }),
  standingWork('guidance_unit', {
    what: { zh: '指导范围', en: 'entries of guidance groups' },
    one: 'entry of a guidance group',
  }),
  standingWork('village_rule', {
    what: { zh: '在用的村规', en: 'village rules in force' },
    one: 'set of village rules in force',
  }),
];

/** Everything that keeps a unit from being closed, area by area. */
export const OPEN_WORK: readonly OpenWork[] = [
  ...unitWork,
  ...teamWork,
  ...householdWork,
  disputeWork,
  petitionWork,
  ...standing,
];
