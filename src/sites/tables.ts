import type { Day } from '../kernel/day.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { simpleRows } from '../register/simple-store.ts';
import { MEMBER_CATEGORIES, type MemberCategory, POST_ROLES, type PostRole } from './post.ts';
import { ROOM_KINDS, type RoomKind } from './room.ts';
import { postRecord, roomRecord } from './simple-records.ts';

/** How coded values of posts and rooms read. */
export const POST_SHOWN = {
  role: (role: PostRole) => POST_ROLES[role],
  category: (category: MemberCategory) => MEMBER_CATEGORIES[category],
};
export const ROOM_SHOWN = { kind: (kind: RoomKind) => ROOM_KINDS[kind] };

/** Who holds a post at a site on a day or from a later one on: heads first, names masked as everywhere. */
export function postsTable(db: Db, site: string, day: Day): Table {
  const order = Object.keys(POST_ROLES);
  const rows = open(db, postRecord, site, day).sort(
    (a, b) => order.indexOf(String(a.role)) - order.indexOf(String(b.role)),
  );
  return {
    shape: 'table',
    key: 'posts',
    title: { zh: '职务', en: 'Posts' },
    columns: [
      column('code', '职务编号', 'Post'),
      column('role', '职务', 'Role'),
      column('holder', '姓名', 'Holder', 'name'),
      column('duty_title', '任职身份', 'Duty'),
      column('category', '人员类别', 'Category'),
      column('phone', '电话', 'Phone', 'phone'),
      column('from_on', '起始日期', 'From', 'day'),
      column('to_on', '截止日期', 'Until', 'day'),
    ],
    rows: rows.map(row => ({
      ...row,
      role: POST_SHOWN.role(row.role as PostRole),
      category: row.category === null ? null : POST_SHOWN.category(row.category as MemberCategory),
    })),
  };
}

/** The rooms that a site has on a day or from a later one on. */
export function roomsTable(db: Db, site: string, day: Day): Table {
  return {
    shape: 'table',
    key: 'rooms',
    title: { zh: '功能室', en: 'Rooms' },
    columns: [
      column('code', '功能室编号', 'Room'),
      column('kind', '用途', 'Use'),
      column('name', '名称', 'Name'),
      column('from_on', '起始日期', 'From', 'day'),
      column('to_on', '截止日期', 'Until', 'day'),
    ],
    rows: open(db, roomRecord, site, day).map(row => ({ ...row, kind: ROOM_SHOWN.kind(row.kind as RoomKind) })),
  };
}

function open<R extends object>(db: Db, record: SimpleRecord<R>, site: string, day: Day): Row[] {
  return (simpleRows(db, record, day) as Row[]).filter(row => row.site_code === site && String(row.to_on) > day);
}
