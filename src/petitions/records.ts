import { CASE_NUMBERS, caseKind } from '../cases/records.ts';
import type { AreaRecords } from '../register/kind.ts';
import { petitionChecks, petitionDeepChecks } from './checks.ts';
import { PETITION_TITLE } from './petition.ts';

const own = (column: string) => `(select ${column} from petition where id = t.id)`;

export const petitionRecords: AreaRecords = {
  kinds: [
    caseKind(
      'petition',
      PETITION_TITLE,
      { notice: 'case_id', task: 'case_id' },
      {
        current: {
          demand: own('demand'),
          channel: own('channel'),
          people: own('people'),
          external_no: own('external_no'),
          authority_on: own('authority_on'),
          category: `(select code from petition_category where id = ${own('category_id')})`,
        },
        undo: { codes: CASE_NUMBERS },
      },
    ),
  ],
  checks: petitionChecks,
  deepChecks: petitionDeepChecks,
  codeReferences: [{ table: 'move', code: `json_extract(details, '$.agent')`, nouns: ['agent'] }],
};
