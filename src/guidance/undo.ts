import { simpleUndo } from '../register/simple-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { groupRecord } from './group-record.ts';
import { scopeRecord } from './group-unit-record.ts';

export const guidanceUndos: readonly ImportUndo[] = [
  simpleUndo(groupRecord, [
    {
      what: { zh: '归组的机构', en: 'units in them' },
      count: 'select count(*) from guidance_unit where group_id in (select id from guidance where import_id = ?1)',
    },
    {
      what: { zh: '会议汇报', en: 'reports at meetings' },
      count: 'select count(*) from meeting_report where group_code in (select code from guidance where import_id = ?1)',
    },
  ]),
  simpleUndo(scopeRecord),
];
