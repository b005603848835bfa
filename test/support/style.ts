import { CHINA } from '../../src/kernel/zone.ts';
import { type Style, UNPAINTED } from '../../src/output/style.ts';

/** What a file gets: no terminal, all rows, Beijing time. */
export const FILE_STYLE: Style = {
  lang: 'zh',
  zone: CHINA,
  paint: UNPAINTED,
  width: undefined,
  limit: undefined,
  isForSpreadsheet: true,
  made: {
    name: { zh: '走访', en: 'visit' },
    command: 'visit list',
    at: '2023-12-31T08:00:00.000Z',
    today: '2023-12-31',
  },
};
