import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { siteChecks } from './checks.ts';
import { establishmentRecord, postRecord, roomRecord, siteRecord } from './simple-records.ts';

export const siteRecords: AreaRecords = {
  kinds: [simpleKind(siteRecord), simpleKind(establishmentRecord), simpleKind(postRecord), simpleKind(roomRecord)],
  checks: siteChecks,
};
