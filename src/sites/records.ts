import { type AreaRecords, simpleKind } from '../register/kind.ts';
import { siteChecks } from './checks.ts';
import { postRecord } from './post-record.ts';
import { roomRecord } from './room-record.ts';
import { siteRecord } from './site-record.ts';

export const siteRecords: AreaRecords = {
  kinds: [simpleKind(siteRecord), simpleKind(postRecord), simpleKind(roomRecord)],
  checks: siteChecks,
};
