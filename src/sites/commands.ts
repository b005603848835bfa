import type { Command } from '../cli/command.ts';
import { choice, option } from '../cli/param.ts';
import { keysOf } from '../kernel/keys.ts';
import type { Db } from '../ledger/sqlite.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import type { SimpleRow } from '../register/simple-store.ts';
import { unitNames } from '../units/views.ts';
import { postRecord, roomRecord, siteRecord } from './simple-records.ts';
import { forcesText, SITE_KINDS, type SiteKind } from './site.ts';
import { openHere, siteUnits } from './store.ts';
import { POST_SHOWN, postsTable, ROOM_SHOWN, roomsTable } from './tables.ts';

const commandsOfSites = simpleCommands(siteRecord, {
  sample: '150722100-S01',
  add: '--code 150722100-S09 --kind work_station --unit-code 150722100 --name 尼尔基镇综治中心',
  change: '--name 尼尔基镇综治中心 --reason 机构更名',
  file: 'sites.csv',
  shown: { kind: (kind: SiteKind) => SITE_KINDS[kind], forces: forcesText },
  details: ['founded_on', 'host_place', 'forces'],
  units: unitNames,
  filters: {
    kind: {
      param: choice('--kind <kind>', { zh: '只看一类', en: 'one kind only' }, keysOf(SITE_KINDS), SITE_KINDS),
      passes: (_, wanted) => row => row.kind === wanted,
    },
  },
  openWork: (db, { id }, on) => openHere(db, id, on),
  more: (db, site, day) => [postsTable(db, String(site.code), day), roomsTable(db, String(site.code), day)],
});

/** A site's page shows the holders of its posts, so their names can be revealed. */
export const siteCommands: readonly Command[] = commandsOfSites.map(command =>
  command.name === 'show' ? { ...command, personal: true } : command,
);

/** What posts and rooms share: they belong to a site, and through it to a unit. */
const atSite = {
  units: unitNames,
  unitBy: { column: 'site_code', codes: siteUnits },
  filters: {
    site: {
      param: option('--site <code>', { zh: '只看一个场所', en: 'one site only' }),
      passes: (_: Db, wanted: string) => (row: SimpleRow) => row.site_code === wanted,
    },
  },
};

export const postCommands: readonly Command[] = simpleCommands(postRecord, {
  sample: '150722100-S01-P01',
  add: '--code 150722100-S01-P99 --site-code 150722100-S01 --role member --holder 鄂晓光 --category office',
  change: '--phone 13900000009',
  file: 'posts.csv',
  kinds: { holder: 'name', phone: 'phone' },
  shown: POST_SHOWN,
  ...atSite,
});

export const roomCommands: readonly Command[] = simpleCommands(roomRecord, {
  sample: '150722100-S01-R01',
  add: '--code 150722100-S01-R09 --site-code 150722100-S01 --kind mediation --name 二楼调解室',
  change: '--name 品牌调解室',
  file: 'rooms.csv',
  shown: ROOM_SHOWN,
  ...atSite,
});
