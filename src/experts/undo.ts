import { simpleUndo } from '../register/simple-checks.ts';
import { expertRecord } from './expert-record.ts';

export const expertUndo = simpleUndo(expertRecord, [
  {
    what: { zh: '邀请', en: 'invitations' },
    count: 'select count(*) from invitation where expert_id in (select id from expert where import_id = ?1)',
  },
]);
