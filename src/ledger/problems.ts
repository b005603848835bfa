import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { damageOf } from './diagnosis.ts';
import { goodCopyOf } from './good-copy.ts';

const failure = (text: Text, hint: Text) => new Failure('ledger', text, hint);

/**
 * An error of SQLite as a sentence with the next step; any other error unchanged. What SQLite cannot make sense of is looked
 * into: whether the file is damaged, and where.
 */
export function ledgerFailure(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return busy(path);
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(path);
  if (code === 'SQLITE_FULL') return unwritable(path, { zh: '磁盘已满', en: 'the disk is full' });
  return damageBehind(error, path) ?? placeFailure(code, path) ?? error;
}

function placeFailure(code: string, path: string): Failure | undefined {
  if (code === 'SQLITE_NOTADB') return foreignFile(path);
  if (code.startsWith('SQLITE_READONLY')) return readOnly(path);
  if (code.startsWith('SQLITE_CANTOPEN')) return unwritable(path, { zh: '无法打开文件', en: 'it cannot be opened' });
  if (code.startsWith('SQLITE_IOERR')) return unwritable(path, { zh: '磁盘读写出错', en: 'the disk reports an error' });
  return undefined;
}

/** The damage of a ledger behind an error that nothing else explains; undefined where the ledger is whole. */
export function damageBehind(error: unknown, path: string): Failure | undefined {
  if (error instanceof Failure) return undefined;
  const what = damageOf(path);
  return what && damaged(path, what);
}

export const missing = (path: string) =>
  failure(
    { zh: `找不到台账文件 ${path}`, en: `There is no ledger at ${path}` },
    {
      zh: '用 --ledger 文件 或环境变量 TIAOCHU_LEDGER 指定台账；尚无台账时先运行 tiaochu init',
      en: 'Name it with --ledger FILE or TIAOCHU_LEDGER; tiaochu init creates a new one',
    },
  );

/** A file that is there, but not for this user of the system: why, in the system's words. */
export const shut = (path: string, why: Text) =>
  failure(
    { zh: `无法读取台账 ${path}：${why.zh}`, en: `The ledger ${path} cannot be read: ${why.en}` },
    {
      zh: '请用台账文件所有人的系统用户运行，或请其开放文件及所在文件夹的权限',
      en: 'Run this as the system user who owns the file, or have its permissions and those of its folder changed',
    },
  );

/** A pipe or a device at which a ledger should be. */
export const notAFile = (path: string) =>
  failure(
    { zh: `${path} 是管道或设备，不是台账文件`, en: `${path} is a pipe or a device, not the file of a ledger` },
    { zh: '请用 --ledger 指定台账文件', en: 'Name the file of a ledger with --ledger' },
  );

export const foreignFile = (path: string) =>
  failure(
    { zh: `${path} 不是调处台账`, en: `${path} is not a tiaochu ledger` },
    {
      zh: '请检查 --ledger 指定的文件；CSV 文件用 tiaochu import 导入',
      en: 'Check the file that --ledger names; CSV files are imported with the import commands',
    },
  );

export const newer = (path: string, version: number, known: number) =>
  failure(
    {
      zh: `${path} 由更新版本的 tiaochu 建立（台账第 ${version} 版，本程序最高支持第 ${known} 版）`,
      en: `${path} was written by a newer tiaochu (ledger version ${version}, this program supports up to ${known})`,
    },
    { zh: '请先升级 tiaochu 再打开', en: 'Upgrade tiaochu, then open it again' },
  );

const COPY: Text = {
  zh: '请先把台账文件复制到能写的文件夹，再用 --ledger 指定它',
  en: 'Copy the ledger file into a folder that can be written, then name it with --ledger',
};

export const readOnly = (path: string) =>
  failure(
    {
      zh: `台账 ${path} 不能写入：文件或它所在的文件夹只读；本次未写入任何数据`,
      en: `The ledger ${path} cannot be written: the file or its folder is read-only; nothing was written`,
    },
    COPY,
  );

export const tooLarge = (path: string) =>
  failure(
    {
      zh: `台账 ${path} 所在的文件夹只读，文件又太大，不能直接查看`,
      en: `The folder of the ledger ${path} is read-only, and the file is too large to be read there`,
    },
    COPY,
  );

/** The log beside a ledger holds its last changes while a program has it open, or after one that ended abruptly. */
export const leftOver = (path: string) =>
  failure(
    {
      zh: `台账 ${path} 所在的文件夹只读，而它正被使用，或最近的修改还在旁边的 -wal 文件里，不能直接查看`,
      en: `The folder of the ledger ${path} is read-only, and it is in use, or its last changes are still in the -wal file beside it`,
    },
    {
      zh: '请先把台账文件连同旁边的 -wal 文件复制到能写的文件夹，再用 --ledger 指定它',
      en: 'Copy the ledger file and the -wal file beside it into a folder that can be written, then name it with --ledger',
    },
  );

/** A ledger is exchanged only while nobody has it open: they would go on in the file from before. */
export const inUse = (path: string) =>
  failure(
    {
      zh: `台账 ${path} 正被另一个程序打开，未作更换`,
      en: `${path} is open in another program; it was not replaced`,
    },
    { zh: '请待另一操作完成后重试', en: 'Try again when the other command has finished' },
  );

const busy = (path: string) =>
  failure(
    {
      zh: `台账 ${path} 正被另一个程序写入，已等待 9 秒，仍被占用`,
      en: `${path} is busy: another program has been writing to it for 9 s`,
    },
    {
      zh: '请待另一操作（如大批量导入）完成后重试；本次未写入任何数据',
      en: 'Try again when the other command (such as a long import) has finished; nothing was written',
    },
  );

/** Says what of a ledger is damaged, and which copy to go back to. */
export function damaged(path: string, what: Text | undefined = damageOf(path)): Failure {
  const copy = goodCopyOf(path);
  return failure(
    {
      zh: `台账 ${path} 已损坏${what ? `：${what.zh}` : ''}`,
      en: `The ledger ${path} is damaged${what ? `: ${what.en}` : ''}`,
    },
    copy === undefined ? WITHOUT_COPY : withCopy(copy),
  );
}

/** A file that was a ledger, and of which no row can be saved. */
export const unreadable = (path: string) =>
  failure(
    {
      zh: `台账 ${path} 已损坏，没有一行能读出`,
      en: `The ledger ${path} is damaged: none of its rows can be read`,
    },
    {
      zh: '请恢复最近的备份：tiaochu restore 备份文件',
      en: 'Put the latest backup in its place: tiaochu restore FILE',
    },
  );

/** The file is whole, but what is in it contradicts itself: a value was changed by damage or by hand. */
export const unsound = (path: string) =>
  failure(
    {
      zh: `台账 ${path} 已损坏：文件完整，但内容自相矛盾`,
      en: `The ledger ${path} is damaged: its file is whole, but what it holds contradicts itself`,
    },
    {
      zh: '查看是哪些记录：tiaochu check；恢复最近的备份：tiaochu restore 备份文件；请保留损坏的文件',
      en: 'See which records: tiaochu check; use the latest backup: tiaochu restore FILE; keep the damaged file',
    },
  );

const WITHOUT_COPY: Text = {
  zh: '请恢复最近的备份：tiaochu restore 备份文件；没有备份的，抢救能读出的内容：tiaochu recover 新文件；请保留损坏的文件',
  en: 'Use the latest backup: tiaochu restore FILE; without one, save what can be read: tiaochu recover NEW.db; keep the damaged file',
};

const withCopy = (copy: string): Text => ({
  zh: `请恢复最近的备份：tiaochu restore ${copy}；其后的内容可以抢救：tiaochu recover 新文件；请保留损坏的文件`,
  en: `Use the latest backup: tiaochu restore ${copy}; tiaochu recover NEW.db saves what is newer than that; keep the damaged file`,
});

const unwritable = (path: string, why: Text) =>
  failure(
    { zh: `台账 ${path} 无法使用：${why.zh}`, en: `The ledger ${path} cannot be used: ${why.en}` },
    {
      zh: '请检查磁盘空间以及文件和所在文件夹的权限后重试；本次未写入任何数据',
      en: 'Check the disk space and the permissions of the file and its folder, then try again; nothing was written',
    },
  );

/** Why a ledger cannot be made: the system's reason, where there is one. */
export const uncreatable = (path: string, why?: Text) =>
  failure(
    {
      zh: `无法建立 ${path}${why ? `：${why.zh}` : ''}`,
      en: `${path} cannot be created${why ? `: ${why.en}` : ''}`,
    },
    {
      zh: '请检查文件夹是否存在、是否可写、磁盘是否已满',
      en: 'Check that its folder exists, can be written and has room',
    },
  );

const ANOTHER: Text = {
  zh: '请用 --ledger 另指一个文件名，或直接使用现有台账',
  en: 'Name another file with --ledger, or use the existing ledger',
};

export const alreadyThere = (path: string, hint = ANOTHER) =>
  new Failure('refused', { zh: `${path} 已存在，不会覆盖`, en: `${path} already exists and is not overwritten` }, hint);
