import type { Command } from '../../cli/command.ts';
import { choice } from '../../cli/param.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import { unitNames } from '../../units/views.ts';
import { forcesText, SITE_KINDS, type SiteKind } from '../site.ts';
import { siteRecord } from '../site-record.ts';
import { openHere } from '../store.ts';
import { postsTable, roomsTable } from './tables.ts';

const KINDS = Object.keys(SITE_KINDS) as SiteKind[];

const COMMANDS = simpleCommands(siteRecord, {
  sample: '150722100-S01',
  add: '--code 150722100-S09 --kind work_station --unit-code 150722100 --name 尼尔基镇综治中心',
  change: '--name 尼尔基镇综治中心 --reason 机构更名',
  file: 'sites.csv',
  shown: {
    kind: (kind: SiteKind) => SITE_KINDS[kind],
    forces: forcesText,
  },
  details: ['founded_on', 'host_place', 'forces'],
  units: unitNames,
  filters: {
    kind: {
      param: choice('--kind <kind>', { zh: '只看一类', en: 'one kind only' }, KINDS, SITE_KINDS),
      passes: (_, wanted) => row => row.kind === wanted,
    },
  },
  openWork: (db, { id }, on) => openHere(db, id, on),
  more: (db, site, day) => [postsTable(db, String(site.code), day), roomsTable(db, String(site.code), day)],
});

/** A site's page shows the holders of its posts, so their names can be revealed. */
export const siteCommands: readonly Command[] = COMMANDS.map(command =>
  command.name === 'show' ? { ...command, personal: true } : command,
);
