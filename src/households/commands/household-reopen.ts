import { command } from '../../cli/command.ts';
import { argument, option, picks, required } from '../../cli/param.ts';
import { asBound, asName, asReason } from '../../cli/values.ts';
import { type Day, OPEN_END } from '../../kernel/day.ts';
import { refuse, refuseIf } from '../../kernel/failure.ts';
import { counted, type Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import type { Stamp } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { named } from '../../naming/named-param.ts';
import { teamUnitProblems } from '../../teams/rules.ts';
import { loadTree } from '../../units/store.ts';
import { successorOf, type UnitTerm, unitNamed } from '../../units/tree.ts';
import { endedWith, prolongAssignment } from '../assignment-store.ts';
import { closedAt, householdCoded, updateHousehold } from '../household-store.ts';
import { reopeningProblem } from '../rules.ts';
import { addTerm, changeLastTerm } from '../term-store.ts';

export const reopen = command({
  name: 'reopen',
  zh: '重新启用',
  summary: {
    zh: '重新启用停用有误的户（随之结束的包户一并恢复），或登记迁走后又迁回的户',
    en: 'reopen a household that was closed by mistake (its assignment goes on), or that comes back after a time away',
  },
  example: 'household reopen 150722100200010001 --reason 并未迁出',
  access: 'write',
  params: {
    code: named(argument('<code>', { zh: '户编号', en: 'the household’s code' }), 'household'),
    on: option(
      '--on <day>',
      {
        zh: '迁回的日期（默认停用之日，即停用有误）',
        en: 'the day it came back (default: the day it was closed, by mistake)',
      },
      asBound,
    ),
    unit: picks(
      'unit',
      option(
        '--unit <code>',
        { zh: '迁回的村（默认原村）', en: 'the village it comes back to (default: the same)' },
        asName,
      ),
    ),
    reason: required(option('--reason <text>', { zh: '重新启用的原因', en: 'why it is reopened' }, asReason)),
  },
  run: ({ db, stamp }, { code, reason, ...input }) => {
    const household = householdCoded(db, code);
    const { to_on } = household;
    const { on = to_on } = input;
    refuseIf(reopeningProblem(code, to_on, on));
    const village = villageOn(db, input.unit, household.unit_id, on);
    const goesOn = on === to_on && village.unit_id === household.unit_id;
    const made = stamp(on, reason);
    const restored = goesOn ? goOn(db, household, made) : comeBack(db, household, village, made);
    return {
      view: lines(
        { household: code, from_on: on, unit_code: village.code, assignments_restored: restored },
        goesOn
          ? {
              zh: `${code} 自 ${on} 起重新启用，恢复包户 ${restored} 条`,
              en: `${code} is active again from ${on} on; ${counted(restored, 'assignment')} restored`,
            }
          : {
              zh: `${code} 自 ${on} 起又在 ${village.name} 在册；${to_on} 至 ${on} 不在册`,
              en: `${code} is active in ${village.name} again from ${on} on; it was away from ${to_on} to ${on}`,
            },
        ...(restored > 0 ? [] : [assignHint(code)]),
      ),
      records: [code],
      counts: { assignments_restored: restored },
    };
  },
});

type Household = ReturnType<typeof householdCoded>;

/** The village to which a household comes back; it is there on that day and until further notice. */
function villageOn(db: Db, asked: string | undefined, former: number, on: Day): UnitTerm {
  const tree = loadTree(db, on);
  const village = asked === undefined ? tree.units.get(former) : unitNamed(tree, asked);
  if (!village) throw new Error(`unit ${former} is not in the tree of ${on}`);
  const [wrong] = teamUnitProblems(village.code, village, { from_on: on, to_on: OPEN_END });
  const successor = successorOf(tree, village.unit_id);
  const next = successor === undefined ? undefined : tree.units.get(successor);
  if (wrong)
    refuse(
      {
        zh: `${village.name}（${village.code}）${wrong.reason.zh}`,
        en: `${village.name} (${village.code}) ${wrong.reason.en}`,
      },
      next
        ? { zh: `已并入${next.name}：--unit ${next.code}`, en: `It was merged into ${next.name}: --unit ${next.code}` }
        : { zh: '迁回别村的用 --unit 写明', en: 'Name the village it comes back to with --unit' },
    );
  return village;
}

/** What was closed by mistake goes on as if it had not been. */
function goOn(db: Db, { id, from_on, to_on }: Household, stamp: Stamp): number {
  const closed = closedAt(db, id);
  const ended = closed === undefined ? [] : endedWith(db, id, to_on, closed);
  updateHousehold(db, id, [{ field: 'to_on', old: to_on, new: OPEN_END }], stamp);
  changeLastTerm(db, id, { from_on, to_on: OPEN_END });
  for (const assignment of ended) prolongAssignment(db, assignment, stamp);
  return ended.length;
}

/** A household that was away begins another term; it was not there to be visited meanwhile, and the figures of that time stay. */
function comeBack(db: Db, { id, from_on, to_on, unit_id }: Household, village: UnitTerm, stamp: Stamp): 0 {
  const moved =
    village.unit_id === unit_id ? [] : [{ field: 'unit_code', old: formerCode(db, unit_id, to_on), new: village.code }];
  const terms = [
    { field: 'from_on', old: from_on, new: stamp.on },
    { field: 'to_on', old: to_on, new: OPEN_END },
  ];
  updateHousehold(db, id, [...moved, ...terms], stamp);
  addTerm(db, id, { unit_id: village.unit_id, from_on: stamp.on, to_on: OPEN_END });
  return 0;
}

function formerCode(db: Db, unitId: number, on: Day): string {
  return loadTree(db, on).units.get(unitId)?.code ?? '';
}

function assignHint(code: string): Text {
  return {
    zh: `包户请用 tiaochu assignment add --household-code ${code} 登记`,
    en: `Assign it with tiaochu assignment add --household-code ${code}`,
  };
}
