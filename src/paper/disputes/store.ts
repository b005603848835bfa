import { caseRow } from '../../cases/case-store.ts';
import { deadlinesOf } from '../../cases/deadline-store.ts';
import { movesOf } from '../../cases/move-store.ts';
import { presentParties } from '../../cases/party-store.ts';
import { filePapers } from '../../disputes/file-store.ts';
import { allCategories, allSources, decodeDisputeAct, disputeRow, loadDispute } from '../../disputes/store.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { withHouseholds } from '../party-households.ts';
import type { DisputeFacts } from './dispute-fields.ts';

/** Everything that the papers of a dispute say, by its number or the end of it. */
export function disputeFacts(db: Db, text: string, today: Day): DisputeFacts {
  const dispute = loadDispute(db, text);
  const { id } = dispute;
  const row = disputeRow(db, id);
  const { units } = loadTree(db, today);
  const [first, ...later] = movesOf(db, id);
  const category = allCategories(db).find(({ id }) => id === row.category_id);
  const source = allSources(db).find(({ id }) => id === row.source_id);
  const confirm = deadlinesOf(db, id).findLast(({ code }) => code === 'SFQR_30');
  return {
    dispute,
    row,
    acts: later.map(move => decodeDisputeAct(db, move)),
    parties: withHouseholds(db, presentParties(db, id)),
    papers: filePapers(db, dispute),
    words: {
      registeredAt: units.get(caseRow(db, id).unit_id)?.name,
      holder: units.get(dispute.holder)?.name,
      category: category?.name_zh,
      warning: category?.warning ?? '',
      source: source?.name_zh,
      isProactive: source?.code === 'proactive',
      operator: first?.operator,
    },
    confirmBy: confirm && { on: confirm.due_on, isFixed: confirm.due_latest === null },
    today,
  };
}
