import { type AreaRecords, type RecordKind, simpleKind } from '../register/kind.ts';
import { expertChecks } from './checks.ts';
import { expertRecord } from './expert-record.ts';

const invitation: RecordKind = {
  noun: 'invitation',
  title: { zh: '专家邀请', en: 'invitations of experts' },
  table: 'invitation',
  current: { answer: 't.answer' },
};

export const expertRecords: AreaRecords = { kinds: [simpleKind(expertRecord), invitation], checks: expertChecks };
