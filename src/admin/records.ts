import { agentRecords } from '../agents/records.ts';
import { allowanceRecords } from '../allowance/records.ts';
import { assessmentRecords } from '../assessment/records.ts';
import { benefitRecords } from '../benefits/records.ts';
import { caseRecords } from '../cases/records.ts';
import { centreRecords } from '../centre/records.ts';
import { deadlineRecords } from '../deadlines/records.ts';
import { departmentRecords } from '../departments/records.ts';
import { disputeRecords } from '../disputes/records.ts';
import { expertRecords } from '../experts/records.ts';
import { guidanceRecords } from '../guidance/records.ts';
import { householdRecords } from '../households/records.ts';
import { campaignKind } from '../ledger/campaign.ts';
import { linkedLeaderRecords } from '../linked-leaders/records.ts';
import { mediatorRecords } from '../mediators/records.ts';
import { meetingRecords } from '../meetings/records.ts';
import { needRecords } from '../needs/records.ts';
import { operatorRecords } from '../operators/records.ts';
import { outreachRecords } from '../outreach/records.ts';
import { petitionRecords } from '../petitions/records.ts';
import { columnNameRecords } from '../register/column-name-records.ts';
import type { AreaRecords, CodeReference, RecordKind } from '../register/kind.ts';
import { returnRecords } from '../returns/records.ts';
import { siteRecords } from '../sites/records.ts';
import { standardRecords } from '../standards/records.ts';
import { teamRecords } from '../teams/records.ts';
import { unitRecords } from '../units/records.ts';
import { villageRuleRecords } from '../village-rules/records.ts';
import { visitRecords } from '../visits/records.ts';

/** What every area keeps in the ledger, in the order of the migrations. */
export const AREA_RECORDS: readonly AreaRecords[] = [
  unitRecords,
  teamRecords,
  standardRecords,
  columnNameRecords,
  householdRecords,
  visitRecords,
  deadlineRecords,
  caseRecords,
  disputeRecords,
  agentRecords,
  departmentRecords,
  mediatorRecords,
  allowanceRecords,
  petitionRecords,
  centreRecords,
  expertRecords,
  siteRecords,
  linkedLeaderRecords,
  meetingRecords,
  assessmentRecords,
  guidanceRecords,
  needRecords,
  benefitRecords,
  villageRuleRecords,
  outreachRecords,
  returnRecords,
  operatorRecords,
  { kinds: [campaignKind], checks: [] },
];

export const KINDS: readonly RecordKind[] = AREA_RECORDS.flatMap(({ kinds }) => kinds);

export const CODE_REFERENCES: readonly CodeReference[] = AREA_RECORDS.flatMap(area => area.codeReferences ?? []);
