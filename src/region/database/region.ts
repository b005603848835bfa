import type { World } from '../../cli/world.ts';
import { misuse } from '../../kernel/failure.ts';
import { type Address, asAddress } from './address.ts';
import { type Connection, connectTo } from './connection.ts';
import { FACTS_VERSION } from './fact-columns.ts';
import { notARegion, otherVersion } from './problems.ts';
import { selectFrom } from './query.ts';

/** Of which kind the tables beside the facts are. */
export const REGION_VERSION = 1;

/**
 * The address of the region's database: `--database`, or TIAOCHU_DATABASE. Throws a usage Failure where neither names one.
 */
export function databaseOf(named: Address | undefined, env: World['env']): Address {
  return named ?? (env.TIAOCHU_DATABASE ? asAddress(env.TIAOCHU_DATABASE) : misuse(NO_DATABASE));
}

const NO_DATABASE = {
  zh: '没有写是哪个数据库',
  en: 'No database is named',
  hint: {
    zh: '用 --database 或环境变量 TIAOCHU_DATABASE 写 postgresql://用户@服务器/数据库',
    en: 'Name it with --database or TIAOCHU_DATABASE, like postgresql://user@server/database',
  },
};

/**
 * Connects to a region's database. Throws a Failure (exit 6) where it cannot be reached, was not initialised, or was by
 * another version. Whoever opens it closes it.
 */
export async function openRegion(address: Address, env: World['env']): Promise<Connection> {
  const region = await connectTo(address, env);
  try {
    await demandOurs(region);
    const holders = await region.rows(selectFrom('holder').select(['id', 'address']));
    region.names(new Map(holders.map(({ id, address: name }) => [id, name])));
    return region;
  } catch (error) {
    await region.close();
    throw error;
  }
}

/** Refuses a database that another version of the program made. */
export async function demandOurs(region: Connection): Promise<void> {
  const { shown } = region.address;
  if (!(await isRegion(region))) throw notARegion(shown);
  const [made] = await region.rows(selectFrom('region').select(['version', 'facts']));
  if (made?.version !== REGION_VERSION || made.facts !== FACTS_VERSION) throw otherVersion(shown);
}

/** Whether a database is a region's, of whichever version. */
export async function isRegion(region: Connection): Promise<boolean> {
  const [found] = await region.run("select to_regclass('tiaochu.region') is not null as found");
  return found?.found === true;
}
