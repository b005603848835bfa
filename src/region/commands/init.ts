import { type Context, command } from '../../cli/command.ts';
import { option, optionList } from '../../cli/param.ts';
import { refuse } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { type Address, asAddress } from '../database/address.ts';
import { type Connection, connectTo } from '../database/connection.ts';
import { defineHolder, defineLogin, defineRegion, defineServer } from '../database/definition.ts';
import { passwordFor } from '../database/password-file.ts';
import { databaseOf, demandOurs, isRegion } from '../database/region.ts';
import { placeNames } from '../loading/place-names.ts';
import { addHolder, countiesOf, holdersOf, keepPlaces, regionId } from '../loading/region-store.ts';
import { databaseParam } from './params.ts';

export const initCommand = command({
  name: 'init',
  zh: '建库',
  summary: {
    zh: '在 PostgreSQL 中建立汇总库；已建的不变，可添加服务器和名称',
    en: 'prepare a PostgreSQL database for a region; what is there stays, servers and names can be added',
  },
  example: 'region init --database postgresql://tiaochu@db/region --names leagues.csv',
  access: 'none',
  params: {
    database: databaseParam,
    holder: optionList(
      '--holder <url...>',
      {
        zh: '存放各旗县数据的服务器，可写多个，旗县平均分配（默认存在汇总库本身）',
        en: 'a server that keeps counties; several can be named, counties are spread evenly (default: the database itself)',
      },
      asAddress,
    ),
    file: option('--names <file>', {
      zh: '盟市和全区的名称：CSV，列为代码、名称',
      en: 'what leagues and the region are called: a CSV file with code,name',
    }),
  },
  run: async (context, { database, holder = [], file }) => {
    const address = databaseOf(database, context.env);
    const places = file === undefined ? [] : await placeNames(context.source(file));
    const region = await connectTo(address, context.env);
    try {
      const isNew = await region.atomically(() => made(region));
      for (const server of holder) await added(context, region, server);
      await region.atomically(() => keepPlaces(region, places));
      const [servers, counties] = [(await holdersOf(region)).length, (await countiesOf(region)).length];
      return { view: said(address, { isNew, servers, counties, names: places.length }) };
    } finally {
      await region.close();
    }
  },
});

/** Two people may do this at once: the second finds it done. */
const LOCK = "select pg_advisory_xact_lock(hashtext('tiaochu region'))";

async function made(region: Connection): Promise<boolean> {
  await region.run(LOCK);
  if (await isRegion(region)) {
    await demandOurs(region);
    return false;
  }
  await defineRegion(region);
  return true;
}

async function added({ env }: Context, region: Connection, address: Address): Promise<void> {
  const known = (await holdersOf(region)).find(each => each.address === address.shown);
  const holder = await connectTo(address, env);
  try {
    if (await isRegion(holder)) refuse(isItself(address));
    const id = await regionId(region);
    const other = await holder.atomically(() => defineHolder(holder, id));
    if (other !== id) refuse(isTaken(address));
  } finally {
    await holder.close();
  }
  await region.atomically(async () => {
    await region.run(LOCK);
    const password = passwordFor(address, env);
    // A server that is known may have another password now.
    if (known) await defineLogin(region, known.id, address, password);
    else await defineServer(region, await addHolder(region, address.shown), address, password);
  });
}

const isItself = ({ shown }: Address) => ({
  zh: `${shown} 本身是汇总库，不能再存放旗县数据`,
  en: `${shown} is a region’s database itself and keeps no counties for another`,
  hint: { zh: '请写另一个数据库', en: 'Name another database' },
});

const isTaken = ({ shown }: Address) => ({
  zh: `${shown} 已为另一个汇总库存放数据`,
  en: `${shown} already keeps counties for another region’s database`,
  hint: { zh: '请写另一个数据库', en: 'Name another database' },
});

interface Made {
  readonly isNew: boolean;
  readonly servers: number;
  readonly counties: number;
  readonly names: number;
}

function said({ shown }: Address, { isNew, servers, counties, names }: Made) {
  return lines(
    { database: shown, new: isNew, servers, counties, names },
    isNew
      ? { zh: `已建立汇总库 ${shown}`, en: `Prepared ${shown} for a region` }
      : { zh: `汇总库 ${shown} 已有，未改动`, en: `${shown} was prepared already` },
    servers > 0
      ? { zh: `各旗县数据分放在 ${servers} 台服务器上`, en: `Counties are spread over ${counted(servers, 'server')}` }
      : { zh: '各旗县数据存在这个库中', en: 'Counties are kept in this database' },
    { zh: '装载旗县：tiaochu region load 台账', en: 'Load counties with tiaochu region load LEDGER' },
  );
}
