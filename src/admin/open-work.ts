import { VOID } from '../cases/case.ts';
import { caseWork } from '../cases/case-store.ts';
import type { DepartmentWork } from '../departments/commands.ts';
import { openReferrals } from '../disputes/pending-store.ts';
import { OPEN_STATUSES as OPEN_DISPUTES } from '../disputes/transitions.ts';
import { count, selectFrom, values } from '../ledger/query.ts';
import { openTasks } from '../petitions/open-work-store.ts';
import { OPEN_STATUSES as OPEN_PETITIONS } from '../petitions/transitions.ts';
import type { LevelRule, OpenWork } from '../units/open-work.ts';
import { unitWork } from '../units/store.ts';
import { villageRuleLevel } from '../village-rules/store.ts';

/** Tables whose records belong to a unit for a time of their own. */
type SpannedTable =
  | 'team_member'
  | 'pair'
  | 'household_term'
  | 'site'
  | 'agent'
  | 'guidance_unit'
  | 'village_rule'
  | 'mediator'
  | 'linked_leader';

/** Records that last beyond a day keep their unit open: they are closed first. */
function lasting(table: SpannedTable, zh: string, one: string, en = `${one}s`): OpenWork {
  return {
    what: { zh, en },
    one,
    count: (db, unitId, on) =>
      count(db, selectFrom(table).where(`${table}.unit_id`, '=', unitId).where(`${table}.to_on`, '>', on)),
  };
}

/** What happened at a unit on a day or later keeps it open until after that day. */
function happened(table: 'outreach' | 'meeting', zh: string, one: string): OpenWork {
  return {
    what: { zh, en: `later ${one}s` },
    one: `later ${one}`,
    count: (db, unitId, on) =>
      count(
        db,
        selectFrom(table)
          .where(`${table}.unit_id`, '=', unitId)
          .where(`${table}.held_on`, '>=', on)
          .where(`${table}.withdrawn_on`, 'is', null),
      ),
  };
}

/** What a guidance group found at a unit, or wants from it, is done or passed on before the unit closes. */
const openProblems: OpenWork = {
  what: { zh: '未完成的指导问题', en: 'open guidance problems' },
  one: 'open guidance problem',
  count: (db, unitId) =>
    count(
      db,
      selectFrom('guidance_problem')
        .where(({ eb, or }) => or([eb('unit_id', '=', unitId), eb('owner_unit_id', '=', unitId)]))
        .where('done_on', 'is', null)
        .where('withdrawn_on', 'is', null),
    ),
};

/** Cases that the unit held after a day, although they are closed or elsewhere by now. */
const heldLater: OpenWork = {
  what: { zh: '其后仍由其持有的案件', en: 'cases that it held later' },
  one: 'case that it held later',
  count: (db, unitId, on) => count(db, selectFrom('stay').where('unit_id', '=', unitId).where('left_on', '>', on)),
};

/** What the unit did on a case, or others did on a case that it holds, is not done by or to a closed unit. */
const actedLater: OpenWork = {
  what: { zh: '当日或其后有办理的案件', en: 'cases acted on that day or later' },
  one: 'case acted on that day or later',
  count: (db, unitId, on) =>
    values(
      db,
      selectFrom('move')
        .innerJoin('cases', 'cases.id', 'move.case_id')
        .select('move.case_id')
        .distinct()
        .where(({ eb, or }) => or([eb('move.unit_id', '=', unitId), eb('cases.holder_id', '=', unitId)]))
        .where('move.on_day', '>=', on)
        .where('cases.status', '<>', VOID),
    ).length,
};

/** The rules of other areas about a unit's level. */
export const LEVEL_RULES: readonly LevelRule[] = [villageRuleLevel];

/** Everything that keeps a unit from being closed, area by area. */
export const OPEN_WORK: readonly OpenWork[] = [
  unitWork,
  lasting('team_member', '在队干部', 'cadre in its team', 'cadres in its team'),
  lasting('pair', '结对', 'pair'),
  lasting('household_term', '在册户', 'active household'),
  caseWork('dispute', OPEN_DISPUTES, { what: { zh: '未了结的纠纷', en: 'open disputes' }, one: 'open dispute' }),
  caseWork('petition', OPEN_PETITIONS, { what: { zh: '在办的信访', en: 'open petitions' }, one: 'open petition' }),
  lasting('site', '场所', 'open site'),
  lasting('agent', '在任的代办员', 'petition agent in office', 'petition agents in office'),
  lasting('mediator', '在任的调解员', 'mediator in office', 'mediators in office'),
  lasting('linked_leader', '包联领导', 'linked leader'),
  lasting('guidance_unit', '指导范围', 'entry of a guidance group', 'entries of guidance groups'),
  lasting('village_rule', '在用的村规', 'set of village rules in force', 'village rules in force'),
  openProblems,
  heldLater,
  actedLater,
  happened('meeting', '其后的调度会', 'meeting'),
  happened('outreach', '其后的宣传', 'outreach event'),
];

/** What keeps a department from being closed. */
export const departmentWork: DepartmentWork = {
  openTasks: (db, id) => [...openTasks(db, id), ...openReferrals(db, id, OPEN_DISPUTES)],
  posted: (db, id, on) => {
    const postedIn = (table: 'stationing' | 'expert') =>
      count(db, selectFrom(table).where('department_id', '=', id).where('to_on', '>', on));
    return postedIn('stationing') + postedIn('expert');
  },
};
