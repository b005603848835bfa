import { simpleUndo } from '../register/simple-checks.ts';
import { meetingRecord } from './meeting.ts';

const OWN = '(select id from meeting where import_id = ?1)';

export const meetingUndo = simpleUndo(meetingRecord, [
  {
    what: { zh: '会议事项', en: 'action items' },
    count: `select count(*) from action_item where meeting_id in ${OWN}`,
  },
  {
    what: { zh: '各组汇报', en: 'reports of groups' },
    count: `select count(*) from meeting_report where meeting_id in ${OWN}`,
  },
]);
