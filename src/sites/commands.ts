import type { Command } from '../cli/command.ts';
import { choice, option } from '../cli/param.ts';
import type { Day } from '../kernel/day.ts';
import { column, spanColumns, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { named } from '../naming/named-param.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { type SimpleRow, simpleRows } from '../register/simple-store.ts';
import { shownRow } from '../register/simple-view.ts';
import { inUnits } from '../units/views.ts';
import { ESTABLISHMENT_KINDS } from './establishment.ts';
import { openPostsProblem } from './establishment-rules.ts';
import { occupiedOn } from './occupancy.ts';
import { POST_ROLES, type PostRow, postSheet } from './post.ts';
import { type RoomRow, roomSheet } from './room.ts';
import { openPartsProblem } from './rules.ts';
import { establishmentRecord, postRecord, postsAgainst, roomRecord, siteRecord } from './simple-records.ts';
import { SITE_KINDS } from './site.ts';
import { partsOfSite, siteUnits } from './store.ts';

const IN_UNITS = inUnits();

const SITE_COMMANDS = simpleCommands(siteRecord, {
  sample: '150722100-S01',
  add: '--code 150722100-S09 --kind work_station --unit-code 150722100 --name 尼尔基镇综治中心',
  change: '--name 尼尔基镇综治中心 --reason 机构更名',
  file: 'sites.csv',
  details: ['founded_on', 'host_place', 'forces'],
  beside: IN_UNITS.beside,
  filters: {
    ...IN_UNITS.filters,
    kind: { param: choice('--kind <kind>', { zh: '只看一类', en: 'one kind only' }, SITE_KINDS) },
  },
  openWork: (db, { id }, on) => openPartsProblem(partsOfSite(db, id, on), on),
  more: (db, site, day) => [
    establishmentsTable(db, String(site.code), day),
    postsTable(db, String(site.code), day),
    roomsTable(db, String(site.code), day),
  ],
});

/** A site's page shows the holders of its posts, so their names can be revealed. */
export const siteCommands: readonly Command[] = SITE_COMMANDS.map(command =>
  command.name === 'show' ? { ...command, personal: true } : command,
);

const AT_UNITS = inUnits('site_code', siteUnits);

/** What posts and rooms share: they belong to a site, and through it to a unit. */
const AT_SITE = {
  beside: AT_UNITS.beside,
  filters: {
    ...AT_UNITS.filters,
    site: {
      param: named(option('--site <code>', { zh: '只看一个场所', en: 'one site only' }), 'site'),
      passes: (_: Db, wanted: string) => (row: SimpleRow) => row.site_code === wanted,
    },
  },
};

export const postCommands: readonly Command[] = simpleCommands(postRecord, {
  sample: '150722100-S01-P01',
  add: '--code 150722100-S01-P99 --site-code 150722100-S01 --role member --holder 鄂晓光 --category office',
  change: '--phone 13900000009',
  file: 'posts.csv',
  details: ['site_code', 'duty_title', 'establishment_code', 'category', 'phone'],
  ...AT_SITE,
});

/** The establishments of sites, each with how much of it is filled. */
export const establishmentCommands: readonly Command[] = simpleCommands(establishmentRecord, {
  sample: '150722-S01-E1',
  add: '--code 150722-S01-E9 --site-code 150722-S01 --kind service --title 后勤岗 --seats 1',
  change: '--seats 13 --reason 编委批复',
  file: 'establishments.csv',
  details: ['site_code', 'kind'],
  beside: {
    ...AT_UNITS.beside,
    seats: {
      column: column('filled', '已用', 'Filled', 'integer'),
      by: 'code',
      of: (db, day) => new Map(occupiedOn(db, day).map(({ code, filled }) => [code, filled])),
    },
  },
  filters: AT_SITE.filters,
  openWork: (db, row, on) => openPostsProblem(postsAgainst(db, String(row.code)), on),
});

export const roomCommands: readonly Command[] = simpleCommands(roomRecord, {
  sample: '150722100-S01-R01',
  add: '--code 150722100-S01-R09 --site-code 150722100-S01 --kind mediation --name 二楼调解室',
  change: '--name 品牌调解室',
  file: 'rooms.csv',
  details: ['site_code'],
  ...AT_SITE,
});

/** The posts of a site on a day or from a later one on: heads first, names masked as everywhere. */
function postsTable(db: Db, site: string, day: Day): Table {
  const order = Object.keys(POST_ROLES);
  const rows = partsOf(db, postRecord, site, day).sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  return {
    shape: 'table',
    key: 'posts',
    title: { zh: '职务', en: 'Posts' },
    columns: [
      column('code', '职务编号', 'Post', 'code'),
      column('role', '职务', 'Role', 'word'),
      column('holder', '姓名', 'Holder', 'name'),
      column('duty_title', '任职身份', 'Duty'),
      column('establishment_code', '编制编号', 'Establishment', 'code'),
      column('category', '人员类别', 'Category', 'word'),
      column('phone', '电话', 'Phone', 'phone'),
      ...spanColumns,
    ],
    rows: rows.map(row => shownRow(postSheet, row)),
  };
}

/** The establishments of a site on a day: how many posts each has, how many are filled and vacant (S-05). */
function establishmentsTable(db: Db, site: string, day: Day): Table {
  const rows = occupiedOn(db, day).filter(({ site_code }) => site_code === site);
  const sum = (key: 'seats' | 'filled' | 'vacant') => rows.reduce((total, row) => total + row[key], 0);
  const totals = {
    title: { zh: '合计', en: 'Total' },
    seats: sum('seats'),
    filled: sum('filled'),
    vacant: sum('vacant'),
  };
  return {
    shape: 'table',
    key: 'establishments',
    title: { zh: '编制', en: 'Establishment' },
    columns: [
      column('code', '编制编号', 'Code', 'code'),
      column('kind', '编制类型', 'Kind', 'word'),
      column('title', '岗位', 'Title'),
      column('seats', '编制数', 'Seats', 'integer'),
      column('filled', '已用', 'Filled', 'integer'),
      column('vacant', '空缺', 'Vacant', 'integer'),
    ],
    rows: rows.map(({ kind, ...row }) => ({ ...row, kind: ESTABLISHMENT_KINDS[kind] })),
    ...(rows.length > 1 ? { totals } : {}),
  };
}

/** The rooms that a site has on a day or from a later one on. */
function roomsTable(db: Db, site: string, day: Day): Table {
  return {
    shape: 'table',
    key: 'rooms',
    title: { zh: '功能室', en: 'Rooms' },
    columns: [
      column('code', '功能室编号', 'Room', 'code'),
      column('kind', '用途', 'Use', 'word'),
      column('name', '名称', 'Name'),
      ...spanColumns,
    ],
    rows: partsOf(db, roomRecord, site, day).map(row => shownRow(roomSheet, row)),
  };
}

/** What belongs to a site on a day or from a later one on. */
function partsOf<R extends PostRow | RoomRow>(db: Db, record: SimpleRecord<R>, site: string, day: Day) {
  return simpleRows(db, record, day).filter(row => row.site_code === site && row.to_on > day);
}
