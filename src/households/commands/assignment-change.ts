import { command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { CHANGE } from '../../cli/verbs.ts';
import { covers, type Day } from '../../kernel/day.ts';
import { refuse, refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { named } from '../../naming/named-param.ts';
import { closing } from '../../register/closing.ts';
import { cadreCoded } from '../../teams/cadre-store.ts';
import { pairCoded } from '../../teams/pair-store.ts';
import { assignmentRows, endAssignment, reassign } from '../assignment-store.ts';
import { householdCoded } from '../household-store.ts';
import { lastVisitUnder } from '../later-records.ts';
import { assignmentProblems, laterVisitProblem, sameAssignmentProblem } from '../rules.ts';
import { termsOf } from '../term-store.ts';

export const householdArgument = named(
  argument('<household>', { zh: '户编号', en: 'the household’s code' }),
  'household',
);

export const change = command({
  ...CHANGE,
  summary: {
    zh: '从某日起改由另一个结对或另一名干部包户',
    en: 'assign a household to another pair or cadre from a day on',
  },
  example: 'assignment change 150722100200010001 --pair 150722100200-P02 --responsible 150722100200-C03',
  params: {
    household: householdArgument,
    pair: named(option('--pair <code>', { zh: '新的结对（默认不变）', en: 'the new pair (default the same)' }), 'pair'),
    responsible: required(
      named(option('--responsible <code>', { zh: '包户干部', en: 'the responsible cadre' }), 'cadre'),
    ),
    on: onParam,
    reason: reasonParam,
  },
  run: ({ db, today, stamp }, { household: code, on = today, reason, ...input }) => {
    const { household, current } = assignmentOn(db, code, on);
    const pairCode = input.pair ?? current.pair_code;
    const pair = pairCoded(db, pairCode);
    const cadre = cadreCoded(db, input.responsible);
    const wanted = { ...current, pair_code: pair.code, responsible_cadre: cadre.code, from_on: on };
    const terms = termsOf(db, household.id);
    const [wrong] = assignmentProblems(wanted, { terms }, { ...pair, cadre_a: pair.code_a, cadre_b: pair.code_b });
    if (wrong) refuse({ zh: `「${wrong.value}」${wrong.reason.zh}`, en: `"${wrong.value}" ${wrong.reason.en}` });
    refuseIf(sameAssignmentProblem(current, pair.code, cadre.code, on));
    const ends = on > current.from_on || pair.id !== current.pair_id;
    refuseIf(ends ? laterVisitProblem(lastVisitUnder(db, current), on) : undefined);
    reassign(db, current, pair, cadre, stamp(on, reason));
    return {
      view: lines(
        { household: code, pair: pair.code, responsible: cadre.code, from_on: on },
        {
          zh: `${code} 自 ${on} 起由 ${pair.code} 的 ${cadre.code} 包户`,
          en: `${code} is assigned to ${cadre.code} of ${pair.code} from ${on} on`,
        },
      ),
      records: [code],
    };
  },
});

export const close = closing({
  noun: 'household',
  summary: { zh: '结束包户', en: 'end a household’s assignment' },
  example: 'assignment close 150722100200010001',
  key: householdArgument,
  end: (db, key, stamp) => {
    const { current } = assignmentOn(db, key, stamp.on);
    refuseIf(laterVisitProblem(lastVisitUnder(db, current), stamp.on));
    endAssignment(db, current, stamp.on, stamp);
    return { key, zh: `${key} 的包户自 ${stamp.on} 起结束`, en: `${key} is unassigned from ${stamp.on}` };
  },
});

/** A household and the assignment that it has on a day; refuses where there is none. */
function assignmentOn(db: Db, code: string, on: Day) {
  const household = householdCoded(db, code);
  const current = assignmentRows(db, code).find(assignment => covers(assignment, on));
  if (current) return { household, current };
  refuse(
    { zh: `${code} 在 ${on} 未落实包户`, en: `${code} is unassigned on ${on}` },
    { zh: '新增包户用 tiaochu assignment add', en: 'Assign it with tiaochu assignment add' },
  );
}
