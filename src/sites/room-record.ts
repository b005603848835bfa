import type { SimpleRecord } from '../register/simple-record.ts';
import { ROOM_TITLE, type RoomRow, roomSheet } from './room.ts';
import { roomProblems } from './rules.ts';
import type { SiteKind } from './site.ts';
import { SITE_FOUNDED, SITES } from './store.ts';

export const roomRecord: SimpleRecord<RoomRow> = {
  noun: 'room',
  table: 'room',
  title: ROOM_TITLE,
  sheet: roomSheet,
  immutable: ['site_code', 'kind'],
  dated: ['name'],
  defaultStart: SITE_FOUNDED,
  references: { site_code: { column: 'site_id', referent: SITES } },
  rules: ({ row, references }) => roomProblems(row, references.site_code?.level as SiteKind),
};
