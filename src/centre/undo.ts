import { simpleUndo } from '../register/simple-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { serviceRecord } from './service-record.ts';
import { stationingRecord } from './stationing-record.ts';
import { windowRecord } from './window-record.ts';

const OWN = '(select id from window where import_id = ?1)';

/** How imports of the centre's files are taken back. */
export const centreUndos: readonly ImportUndo[] = [
  simpleUndo(windowRecord, [
    {
      what: { zh: '进驻', en: 'stationings' },
      count: `select count(*) from stationing where window_id in ${OWN}`,
    },
    {
      what: { zh: '服务记录', en: 'services' },
      count: `select count(*) from service where window_id in ${OWN}`,
    },
  ]),
  simpleUndo(stationingRecord),
  simpleUndo(serviceRecord),
];
