import { caseKind } from '../cases/records.ts';
import type { AreaRecords } from '../register/kind.ts';
import { petitionChecks } from './checks.ts';
import { PETITION_TITLE } from './petition.ts';

export const petitionRecords: AreaRecords = {
  kinds: [caseKind('petition', PETITION_TITLE, { notice: 'case_id', task: 'case_id' })],
  checks: petitionChecks,
  codeReferences: [{ table: 'move', code: `json_extract(details, '$.agent')`, nouns: ['agent'] }],
};
