import type { Command } from '../../cli/command.ts';
import { option } from '../../cli/param.ts';
import { column } from '../../kernel/view.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import { readingRecord } from '../reading-record.ts';
import { householdsRead } from '../reading-store.ts';

/** The readings as a list of an office; `visit read` enters one without a code. */
export const readingCommands: readonly Command[] = simpleCommands(readingRecord, {
  sample: '1-Y1',
  add: '--code 2-Y1 --visit 2 --read-by 敖志强 --post 镇党委书记 --read-on 2023-12-30 --remark 请跟进',
  change: '--remark 请镇司法所跟进 --reason 补充',
  file: 'readings.csv',
  details: ['visit', 'entry', 'post'],
  beside: { visit: { column: column('household_code', '户编号', 'Household', 'code'), of: householdsRead } },
  filters: {
    visit: { param: option('--visit <visit>', { zh: '只看一次走访', en: 'one visit only' }) },
  },
});
