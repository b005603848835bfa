import { agentRows } from '../../agents/store.ts';
import { numberOf } from '../../cases/case-store.ts';
import { type DeadlineRow, deadlinesOf } from '../../cases/deadline-store.ts';
import { movesOf } from '../../cases/move-store.ts';
import { presentParties } from '../../cases/party-store.ts';
import { windowLabel } from '../../centre/window-store.ts';
import { citationText } from '../../deadlines/state.ts';
import { allRules } from '../../deadlines/store.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { decodeAct } from '../../petitions/acts.ts';
import type { Petition } from '../../petitions/petition.ts';
import { reviewerOf } from '../../petitions/reviewer.ts';
import { loadPetition, petitionCategories, petitionRow } from '../../petitions/store.ts';
import { loadTree } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { withHouseholds } from '../party-households.ts';
import type { NextStep } from './next-steps.ts';
import type { PetitionFacts } from './petition-fields.ts';

/** Everything that the papers of a petition say, by its number or the end of it. */
export function petitionFacts(db: Db, text: string, today: Day): PetitionFacts {
  const petition = loadPetition(db, text);
  const { id } = petition;
  const row = petitionRow(db, id);
  const tree = loadTree(db, today);
  const [first, ...later] = movesOf(db, id);
  const deadlines = deadlinesOf(db, id);
  return {
    petition,
    row,
    acts: later.map(decodeAct),
    parties: withHouseholds(db, presentParties(db, id)),
    agent: agentRows(db).find(agent => agent.id === row.agent_id),
    words: {
      lodgedAt: tree.units.get(petition.unit)?.name,
      holder: tree.units.get(petition.holder)?.name,
      handler: tree.units.get(petition.handler ?? -1)?.name,
      category: petitionCategories(db).find(category => category.id === row.category_id)?.name_zh,
      window: windowLabel(db, row.window_id) ?? undefined,
      repeatOf: row.repeat_of === null ? undefined : numberOf(db, row.repeat_of),
      reviewer: reviewerName(petition, tree),
      operator: first?.operator,
    },
    handleBy: deadlines.findLast(({ code, department_id }) => code === 'XF_HANDLE_60' && department_id === null)
      ?.due_on,
    running: runningOf(db, deadlines, tree),
    today,
  };
}

/** The organ that reviews: a unit of the ledger, or the one above it by the name that was entered. */
function reviewerName(petition: Petition, tree: UnitTree): string | undefined {
  const reviewer = reviewerOf(petition, 'review', tree);
  if (reviewer === undefined || reviewer.isOutside) return petition.reviewOrgan;
  return tree.units.get(reviewer.unit)?.name;
}

function runningOf(db: Db, deadlines: readonly DeadlineRow[], { units }: UnitTree): NextStep[] {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  return deadlines.flatMap(({ code, done, unit_id, department, due_on, due_latest, rule_id, extended_by }) => {
    const rule = rules.get(rule_id);
    if (done !== '' || rule === undefined) return [];
    const by = department ?? units.get(unit_id)?.name;
    return [{ code, by, due: due_on, latest: due_latest, citation: citationText(rule, extended_by).zh }];
  });
}
