import { CASE_NUMBERS, caseKind } from '../cases/records.ts';
import type { AreaRecords } from '../register/kind.ts';
import { disputeChecks, disputeDeepChecks } from './checks.ts';
import { DISPUTE_TITLE } from './dispute.ts';

const own = (column: string) => `(select ${column} from dispute where id = t.id)`;

const dispute = caseKind(
  'dispute',
  DISPUTE_TITLE,
  {
    ...{ signature: 'agreement_id', agreement: 'case_id' },
    ...{ referral: 'case_id', supervision: 'case_id', appointment: 'case_id' },
  },
  {
    // The visit is left out: a void dispute lets go of its visit when that is withdrawn, which is no change of the dispute.
    current: {
      title: own('title'),
      facts: own('facts'),
      place: own('place'),
      people: own('people'),
      amount_fen: own('amount_fen'),
      risk: own('risk'),
      prevented_crime: own('prevented_crime'),
      file_number: own('file_number'),
      shelf: own('shelf'),
      retention: own('retention'),
      pages: own('pages'),
      filed_by: own('filed_by'),
      filed_on: own('filed_on'),
      category: `(select code from category where id = ${own('category_id')})`,
      source: `(select code from source where id = ${own('source_id')})`,
    },
    undo: {
      codes: CASE_NUMBERS,
      deletes: { party: 'move_id' },
      // The parties that its merged disputes brought to others.
      before: [
        `delete from party where move_id in (select v.id from move v join cases c on c.id = v.case_id where c.import_id = ?1)`,
      ],
    },
  },
);

export const disputeRecords: AreaRecords = {
  kinds: [dispute],
  checks: disputeChecks,
  deepChecks: disputeDeepChecks,
  codeReferences: [
    { table: 'move', code: `iif(name = 'merge', json_extract(details, '$.into'), null)`, nouns: ['dispute'] },
  ],
};
