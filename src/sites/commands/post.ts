import type { Command } from '../../cli/command.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import { unitNames } from '../../units/views.ts';
import { postRecord } from '../post-record.ts';
import { siteUnits } from '../store.ts';
import { AT_SITE, POST_SHOWN } from './tables.ts';

export const postCommands: readonly Command[] = simpleCommands(postRecord, {
  sample: '150722100-S01-P01',
  add: '--code 150722100-S01-P99 --site-code 150722100-S01 --role member --holder 鄂晓光 --category office',
  change: '--phone 13900000009',
  file: 'posts.csv',
  kinds: { holder: 'name', phone: 'phone' },
  shown: POST_SHOWN,
  units: unitNames,
  filters: { site: AT_SITE },
  unitBy: { column: 'site_code', codes: siteUnits },
});
