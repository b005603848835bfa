import { agentMerger } from '../agents/merger.ts';
import { caseMerger } from '../cases/merger.ts';
import { DISPUTES } from '../disputes/area.ts';
import { OPEN_STATUSES as OPEN_DISPUTES } from '../disputes/transitions.ts';
import { groupUnitRecord } from '../guidance/records.ts';
import { householdMerger } from '../households/merger.ts';
import { mediatorRecord } from '../mediators/mediator-record.ts';
import { PETITIONS } from '../petitions/area.ts';
import { OPEN_STATUSES as OPEN_PETITIONS } from '../petitions/transitions.ts';
import { siteMerger } from '../sites/merger.ts';
import { teamMerger } from '../teams/merger.ts';
import { endsAtMerger } from '../units/ends-at-merger.ts';
import type { MergerPart } from '../units/merger.ts';
import { villageRuleRecord } from '../village-rules/village-rule-record.ts';
import { visitMerger } from '../visits/merger.ts';

/** What becomes of everything that a village has when it is merged, in the order in which it is done: cadres before their pairs. */
export const MERGER_PARTS: readonly MergerPart[] = [
  ...teamMerger,
  ...householdMerger,
  visitMerger,
  ...caseMerger(DISPUTES, OPEN_DISPUTES, { zh: '未了结的纠纷', en: 'open disputes' }),
  ...caseMerger(PETITIONS, OPEN_PETITIONS, { zh: '在办的信访', en: 'open petitions' }),
  agentMerger,
  endsAtMerger(mediatorRecord, {
    zh: '原村调委会随合并终止，调解员按并入村的调委会重新推选后登记：tiaochu mediator add',
    en: 'The committee ended with its village; mediators elected to the other one’s are registered with tiaochu mediator add',
  }),
  ...siteMerger,
  endsAtMerger(groupUnitRecord),
  endsAtMerger(villageRuleRecord, {
    zh: '被撤并村的村规民约不再适用；并入村的按程序修订后登记：tiaochu village-rule add',
    en: 'The rules of the village that ended apply no longer; a new version of the other one’s is entered with tiaochu village-rule add',
  }),
];
