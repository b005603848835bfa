import type { Command } from '../../cli/command.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import { unitNames } from '../../units/views.ts';
import { roomRecord } from '../room-record.ts';
import { siteUnits } from '../store.ts';
import { AT_SITE, ROOM_SHOWN } from './tables.ts';

export const roomCommands: readonly Command[] = simpleCommands(roomRecord, {
  sample: '150722100-S01-R01',
  add: '--code 150722100-S01-R09 --site-code 150722100-S01 --kind mediation --name 二楼调解室',
  change: '--name 品牌调解室',
  file: 'rooms.csv',
  shown: ROOM_SHOWN,
  units: unitNames,
  filters: { site: AT_SITE },
  unitBy: { column: 'site_code', codes: siteUnits },
});
