import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { once } from '../kernel/once.ts';
import type { Text } from '../kernel/text.ts';

/** Set by the build, since the bundle lies elsewhere than this file. A path is found 3 ms sooner than a name of package.json. */
declare const SQLITE_ADDON: string | undefined;
const ADDON = typeof SQLITE_ADDON === 'undefined' ? '../../bin/sqlite-addon.js' : SQLITE_ADDON;
const packaged = once(() => createRequire(import.meta.url));

/** The addon for encrypted ledgers, once one was opened. */
let ciphers: object | undefined;

/**
 * The SQLite addon for this Node; once that for encrypted ledgers is loaded it opens all others, too, since two SQLites in
 * one process would end each other's locks on a file (POSIX). Throws a Failure of kind `ledger` (exit 6) if none loads.
 */
export function sqliteAddon(): object {
  if (ciphers) return ciphers;
  try {
    return packaged()(ADDON).loadAddon();
  } catch (error) {
    throw noAddon(error as Error);
  }
}

/** The addon that opens encrypted ledgers. Throws a Failure of kind `ledger` (exit 6) where it was left out or does not load. */
export function ciphersAddon(): object {
  try {
    ciphers ??= packaged()(ADDON).loadCiphers() as object;
    return ciphers;
  } catch (error) {
    throw withCause(noCiphers(), error as Error);
  }
}

/** An installation can leave out what is optional. */
const noCiphers = () =>
  new Failure(
    'ledger',
    { zh: '缺少打开加密台账的组件', en: 'The addon that opens encrypted ledgers is missing' },
    isPrebuilt()
      ? {
          zh: '请重新安装 tiaochu，安装时不要加 --omit=optional',
          en: 'Install tiaochu again, without --omit=optional',
        }
      : compile(),
  );

function noAddon(cause: Error): Failure {
  const { versions, platform, arch } = process;
  const failure = new Failure(
    'ledger',
    {
      zh: `Node ${versions.node}（${platform}-${arch}）上没有可用的 SQLite 组件`,
      en: `There is no SQLite addon for Node ${versions.node} (${platform}-${arch})`,
    },
    isPrebuilt() ? reinstall() : compile(),
  );
  return withCause(failure, cause);
}

const isPrebuilt = () => Number(process.versions.napi) >= 10;

/** For --debug, which prints the stack: the system's own reason, such as the glibc version that it lacks. */
function withCause(failure: Failure, cause: Error): Failure {
  failure.stack = `${failure.stack}\n${cause.message}`;
  return failure;
}

const reinstall = (): Text => ({
  zh: `请用当前的 Node 重新安装 tiaochu；没有合适的预编译组件时（如 Linux 的 glibc 低于 2.34），先装好 Python 3、make 和 C++20 编译器，再运行 ${compiling()}`,
  en: `Install tiaochu again with this Node; where no prebuilt addon fits (such as Linux with glibc older than 2.34), install Python 3, make and a C++20 compiler, then run ${compiling()}`,
});

const compile = (): Text => ({
  zh: `请改用 Node 22.14 以上版本，无须编译；或先装好 Python 3、make 和 C++20 编译器，再运行 ${compiling()}`,
  en: `Use Node 22.14 or newer, which needs no compiler, or install Python 3, make and a C++20 compiler, then run ${compiling()}`,
});

const compiling = () => `node "${join(dirname(packaged().resolve(ADDON)), 'addon.js')}"`;
