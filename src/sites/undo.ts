import { simpleUndo } from '../register/simple-checks.ts';
import type { ImportUndo } from '../register/undo.ts';
import { postRecord } from './post-record.ts';
import { roomRecord } from './room-record.ts';
import { siteRecord } from './site-record.ts';

const OWN = '(select id from site where import_id = ?1)';

const refersTo = (table: string) => `select count(*) from ${table} where site_id in ${OWN}`;

export const siteUndos: readonly ImportUndo[] = [
  simpleUndo(siteRecord, [
    { what: { zh: '职务', en: 'posts' }, count: refersTo('post') },
    { what: { zh: '功能室', en: 'rooms' }, count: refersTo('room') },
  ]),
  simpleUndo(postRecord),
  simpleUndo(roomRecord),
];
