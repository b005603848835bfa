import { option } from '../../cli/param.ts';
import { asAddress } from '../database/address.ts';

export const databaseParam = option(
  '--database <url>',
  {
    zh: '汇总库的地址（默认 $TIAOCHU_DATABASE）；口令用 PGPASSWORD 或 ~/.pgpass',
    en: 'the region’s database (default $TIAOCHU_DATABASE); its password comes from PGPASSWORD or ~/.pgpass',
  },
  asAddress,
);
