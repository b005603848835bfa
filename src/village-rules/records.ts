import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { villageRuleChecks } from './checks.ts';
import { stepRecord } from './step-record.ts';
import { villageRuleRecord } from './village-rule-record.ts';

export const villageRuleRecords: AreaRecords = {
  kinds: [simpleKind(villageRuleRecord), simpleKind(stepRecord)],
  checks: villageRuleChecks,
};
