import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { centreChecks } from './checks.ts';
import { serviceRecord } from './service-record.ts';
import { stationingRecord } from './stationing-record.ts';
import { windowRecord } from './window-record.ts';

export const centreRecords: AreaRecords = {
  kinds: [simpleKind(windowRecord), simpleKind(stationingRecord), simpleKind(serviceRecord)],
  checks: centreChecks,
};
