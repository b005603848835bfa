import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { villageRuleChecks } from './checks.ts';
import { villageRuleRecord } from './village-rule-record.ts';

export const villageRuleRecords: AreaRecords = { kinds: [simpleKind(villageRuleRecord)], checks: villageRuleChecks };
