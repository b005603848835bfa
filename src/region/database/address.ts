import { misuse } from '../../kernel/failure.ts';

/** A database: what its address says, and the address as it is shown and kept, without the password. */
export interface Address {
  readonly shown: string;
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** How the way there is encrypted, as libpq calls it: disable, require, verify-full. */
  readonly sslmode: string | undefined;
}

/** Reads the address of a database. Throws a usage Failure that does not repeat a password. */
export function asAddress(text: string): Address {
  const url = parsed(text.trim());
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return misuse(NO_ADDRESS);
  const database = decodeURIComponent(url.pathname.slice(1));
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  if (database === '' || host === '' || database.includes('/')) return misuse(NO_ADDRESS);
  const password = url.password === '' ? undefined : decodeURIComponent(url.password);
  const user = url.username === '' ? undefined : decodeURIComponent(url.username);
  const shown = new URL(url);
  shown.password = '';
  shown.searchParams.delete('password');
  const port = url.searchParams.get('port') ?? (url.port || '5432');
  const sslmode = url.searchParams.get('sslmode') ?? undefined;
  return { shown: shown.href, host, port, database, user, password, sslmode };
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

const NO_ADDRESS = {
  zh: '数据库地址要写成 postgresql://用户@服务器:端口/数据库',
  en: 'The address of a database is written like postgresql://user@server:port/database',
  hint: {
    zh: '口令不必写在地址里：用环境变量 PGPASSWORD，或口令文件 ~/.pgpass',
    en: 'The password need not stand in it: use the environment variable PGPASSWORD or the file ~/.pgpass',
  },
};
