import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

const RESTORE: Text = {
  zh: '请换用最近的备份（升级前的副本就在同一文件夹，以 .bak 结尾），坏文件先留着别删',
  en: 'Go back to the latest backup (copies made before upgrades lie beside it and end in .bak); keep the bad file',
};

/** Turns SQLite's own errors into a sentence with a way out; anything else is handed back unchanged. */
export function ledgerFailure(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return busy(path);
  if (code === 'SQLITE_NOTADB') return foreignFile(path);
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(path);
  if (code === 'SQLITE_FULL') return unwritable(path, { zh: '磁盘已满', en: 'the disk is full' });
  if (code.startsWith('SQLITE_READONLY')) return unwritable(path, { zh: '文件只读', en: 'the file is read-only' });
  if (code.startsWith('SQLITE_CANTOPEN')) return unwritable(path, { zh: '打不开文件', en: 'it cannot be opened' });
  if (code.startsWith('SQLITE_IOERR')) return unwritable(path, { zh: '磁盘读写出错', en: 'the disk reports an error' });
  return error;
}

export function missing(path: string): Failure {
  return new Failure(
    'ledger',
    { zh: `找不到台账文件 ${path}`, en: `There is no ledger at ${path}` },
    {
      zh: '用 --ledger 文件 或环境变量 TIAOCHU_LEDGER 指定台账；还没有台账时先运行 tiaochu init（建账）',
      en: 'Name it with --ledger FILE or TIAOCHU_LEDGER; to begin a new one run tiaochu init',
    },
  );
}

export function foreignFile(path: string): Failure {
  return new Failure(
    'ledger',
    { zh: `${path} 不是调处台账`, en: `${path} is not a tiaochu ledger` },
    {
      zh: '请检查 --ledger 指的文件是否选错；CSV 文件要用 import（导入）命令读入',
      en: 'Check the file that --ledger names; CSV files are read with the import commands',
    },
  );
}

export function newer(path: string, version: number, known: number): Failure {
  return new Failure(
    'ledger',
    {
      zh: `${path} 由更新版本的 tiaochu 建立（台账第 ${version} 版，本程序只认到第 ${known} 版）`,
      en: `${path} was written by a newer tiaochu (ledger version ${version}, this program knows up to ${known})`,
    },
    { zh: '请先升级 tiaochu 再打开', en: 'Upgrade tiaochu, then open it again' },
  );
}

function busy(path: string): Failure {
  return new Failure(
    'ledger',
    {
      zh: `台账 ${path} 正被另一个程序写入，等了 10 秒仍未轮到`,
      en: `${path} is busy: another program kept it for 10 s`,
    },
    {
      zh: '等那边的命令（例如大批量导入）做完再试；本次什么也没有写入',
      en: 'Try again when the other command (a long import, say) has finished; nothing was written',
    },
  );
}

function damaged(path: string): Failure {
  return new Failure('ledger', { zh: `台账 ${path} 已损坏`, en: `The ledger ${path} is damaged` }, RESTORE);
}

function unwritable(path: string, why: Text): Failure {
  return new Failure(
    'ledger',
    { zh: `台账 ${path} 无法使用：${why.zh}`, en: `The ledger ${path} cannot be used: ${why.en}` },
    {
      zh: '请检查磁盘空间以及文件和所在文件夹的权限，再试一次；本次什么也没有写入',
      en: 'Check the disk space and the permissions of the file and its folder, then try again; nothing was written',
    },
  );
}
