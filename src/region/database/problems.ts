import { Failure } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import type { Address } from './address.ts';

type Shown = Pick<Address, 'shown'>;

const failure = (text: Text, hint: Text) => new Failure('ledger', text, hint);

/** An error of PostgreSQL or of the way to it as a sentence that names the server; any other error unchanged. */
export function databaseFailure(error: unknown, { shown }: Shown, holders: Holders = new Map()): unknown {
  if (error instanceof Failure) return error;
  const { code = '', message = '', where = '' } = error as { code?: string; message?: string; where?: string };
  const holder = HOLDER.exec(message)?.[1];
  if (holder !== undefined && LOST.test(code)) return holderDown(holders.get(Number(holder)) ?? holder);
  if (/remote SQL/i.test(where) && LOST.test(code)) return holderDown([...holders.values()].join(' / '));
  const known =
    BY_CODE.find(([codes]) => codes.test(code))?.[1] ?? BY_MESSAGE.find(([text]) => text.test(message))?.[1];
  return known ? known(shown, reasonIn(code)) : error;
}

/** Names a server of the region by its number: postgres_fdw calls it so. */
export const holderServer = (id: number) => `tiaochu_holder_${id}`;
const HOLDER = /"tiaochu_holder_(\d+)"/;
/** The server was not there, or went away. */
const LOST = /^(08|HV|57P)/;

/** The addresses of the servers that keep counties, by their numbers. */
export type Holders = ReadonlyMap<number, string>;

const holderDown = (name: string) =>
  failure(
    { zh: `存放旗县数据的服务器 ${name} 无法连接`, en: `The server ${name}, which holds counties, cannot be reached` },
    {
      zh: '请启动它后重试；tiaochu region status 列出无法连接的服务器',
      en: 'Start it and try again; tiaochu region status lists the servers that cannot be reached',
    },
  );

type Sentence = (shown: string, reason: Text) => Failure;

const noServer: Sentence = (shown, reason) =>
  failure(
    {
      zh: `无法连接数据库服务器 ${shown}：${reason.zh}`,
      en: `Cannot reach the database server ${shown}: ${reason.en}`,
    },
    {
      zh: '请检查地址、网络，以及服务器是否已启动',
      en: 'Check the address, the network and whether the server is running',
    },
  );

const noLogin: Sentence = shown =>
  failure(
    {
      zh: `数据库 ${shown} 不接受这个用户或口令`,
      en: `The database ${shown} does not accept this user or password`,
    },
    {
      zh: '口令放在环境变量 PGPASSWORD 或口令文件 ~/.pgpass 里；哪些用户、机器可以连接，由服务器的 pg_hba.conf 规定',
      en: 'The password comes from the environment variable PGPASSWORD or the file ~/.pgpass; the server’s pg_hba.conf says who may connect from where',
    },
  );

const noDatabase: Sentence = shown =>
  failure(
    { zh: `服务器上没有数据库 ${shown}`, en: `The server has no database ${shown}` },
    {
      zh: '请管理员用 createdb 建立，或检查名称',
      en: 'Have an administrator create it with createdb, or check its name',
    },
  );

const notAllowed: Sentence = shown =>
  failure(
    { zh: `这个用户在数据库 ${shown} 中没有所需的权限`, en: `This user lacks a permission in the database ${shown}` },
    {
      zh: '建库须能建立模式（CREATE），用几台服务器的还须能用 postgres_fdw；装载须是建库的用户',
      en: 'init must be allowed to create a schema, with several servers to use postgres_fdw; load runs as the user who ran init',
    },
  );

const noHolderPassword: Sentence = shown =>
  failure(
    {
      zh: `汇总库 ${shown} 的用户不是管理员，存放旗县数据的服务器必须要求口令`,
      en: `The user of ${shown} is not an administrator, so that the servers that hold counties must ask for a password`,
    },
    {
      zh: '请在这些服务器的 pg_hba.conf 中规定用口令登录，再把口令放在 ~/.pgpass 后重新建库',
      en: 'Have their pg_hba.conf ask for one, put it into ~/.pgpass, and initialise again',
    },
  );

const diskFull: Sentence = shown =>
  failure(
    { zh: `数据库 ${shown} 的磁盘已满`, en: `The disk of the database ${shown} is full` },
    {
      zh: '请腾出空间后重试；原有数据没有变动',
      en: 'Free some space and try again; what was loaded before is as it was',
    },
  );

const lost: Sentence = shown =>
  failure(
    { zh: `与数据库 ${shown} 的连接中断`, en: `The connection to the database ${shown} was lost` },
    {
      zh: '请重试：未完成的装载不影响原有数据，再装载时接着进行',
      en: 'Try again: an unfinished load changes nothing of what was there, and goes on where it stopped',
    },
  );

const busy: Sentence = shown =>
  failure(
    { zh: `数据库 ${shown} 正忙`, en: `The database ${shown} is busy` },
    { zh: '请稍后再试', en: 'Try again in a while' },
  );

const notInitialised: Sentence = shown => notARegion(shown);

/** The database has none of what `region init` makes. */
export function notARegion(shown: string): Failure {
  return failure(
    { zh: `数据库 ${shown} 尚未建库`, en: `The database ${shown} was not initialised` },
    { zh: '先运行 tiaochu region init --database …', en: 'First run tiaochu region init --database …' },
  );
}

/** The database was made by a program that counts other facts. */
export function otherVersion(shown: string): Failure {
  return failure(
    {
      zh: `数据库 ${shown} 是另一个版本的程序建的`,
      en: `The database ${shown} was initialised by another version of the program`,
    },
    {
      zh: '请用那个版本的程序，或在另一个数据库中建库并重新装载各旗县',
      en: 'Use that version, or initialise another database and load the counties into it',
    },
  );
}

const BY_CODE: readonly (readonly [RegExp, Sentence])[] = [
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOENT|EACCES|57P03|08001)$/, noServer],
  [/^28/, noLogin],
  [/^3D000$/, noDatabase],
  [/^42501$/, notAllowed],
  [/^2F003$/, noHolderPassword],
  [/^53(100|200)$/, diskFull],
  [/^(53300|55P03|57014|40P01)$/, busy],
  [/^(ECONNRESET|EPIPE|57P01|57P02|08006|08003)$/, lost],
  [/^(42P01|3F000)$/, notInitialised],
];

const BY_MESSAGE: readonly (readonly [RegExp, Sentence])[] = [
  [/password must be a string|password authentication|SASL/i, noLogin],
  [/timeout expired|timed out/i, shown => noServer(shown, SILENT)],
  [/terminated|not queryable|Connection ended|closed/i, lost],
];

const SILENT: Text = { zh: '没有回应', en: 'it does not answer' };
const REASONS: Readonly<Record<string, Text>> = {
  ECONNREFUSED: { zh: '没有服务器在此端口等候', en: 'no server listens there' },
  ENOTFOUND: { zh: '没有这台机器', en: 'there is no machine of that name' },
  EAI_AGAIN: { zh: '查不到这台机器', en: 'the name of the machine cannot be looked up' },
  ENOENT: { zh: '没有服务器在此等候', en: 'no server listens there' },
  '57P03': { zh: '服务器正在启动或停止', en: 'the server is starting or stopping' },
};
const reasonIn = (code: string): Text => REASONS[code] ?? SILENT;
