import { command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { lines } from '../../kernel/view.ts';
import { databaseOf, openRegion } from '../database/region.ts';
import { holdersFor } from '../loading/holders.ts';
import { removeCounty } from '../loading/remove.ts';
import { databaseParam } from './params.ts';

export const removeCommand = command({
  name: 'remove',
  zh: '移除',
  summary: {
    zh: '把一个旗县移出汇总库，其台账不受影响',
    en: 'take a county out of the region; its ledger is not touched',
  },
  example: 'region remove 150722 --database postgresql://tiaochu@db/region --yes',
  access: 'none',
  confirm: ({ input: { code } }) => ({
    about: [],
    question: { zh: `把旗县 ${code} 移出汇总库？`, en: `Take the county ${code} out of the region?` },
  }),
  params: { code: argument('<code>', { zh: '旗县代码', en: 'the county’s code' }), database: databaseParam },
  run: async ({ env }, { code, database }) => {
    const region = await openRegion(databaseOf(database, env), env);
    const holders = holdersFor(region, env);
    try {
      const { name } = await removeCounty(region, holders, code);
      return { view: lines({ county: code }, { zh: `已移除${name}`, en: `Took ${name} out of the region` }) };
    } finally {
      await holders.close();
      await region.close();
    }
  },
});
