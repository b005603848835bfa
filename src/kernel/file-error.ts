import { Failure } from './failure.ts';
import { type Text, untranslated } from './text.ts';

/** The system's error codes that people meet, in words. */
const REASONS: ReadonlyMap<string, Text> = new Map([
  ['ENOSPC', { zh: '磁盘已满', en: 'the disk is full' }],
  ['EDQUOT', { zh: '磁盘配额已满', en: 'the disk quota is used up' }],
  ['EFBIG', { zh: '文件超过系统允许的大小', en: 'the file is larger than the system allows' }],
  ['EIO', { zh: '磁盘读写出错', en: 'the disk reports an error' }],
  ['EACCES', { zh: '没有权限', en: 'permission denied' }],
  ['EPERM', { zh: '没有权限', en: 'permission denied' }],
  ['EROFS', { zh: '磁盘只读', en: 'the disk is read-only' }],
  ['ENOENT', { zh: '文件夹不存在', en: 'its folder does not exist' }],
  ['ENOTDIR', { zh: '文件夹不存在', en: 'its folder does not exist' }],
  ['EEXIST', { zh: '已有同名的文件', en: 'there is a file of that name' }],
  ['EISDIR', { zh: '是文件夹', en: 'it is a folder' }],
  ['EBUSY', { zh: '文件正被其他程序打开', en: 'it is open in another program' }],
]);

/** Why the system refused to read or write a file; undefined for any other error. */
export function fileReason(error: unknown): Text | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  return REASONS.get(code) ?? untranslated(code);
}

/**
 * What the system refused about a file that nobody looked at before, as a usage Failure (exit 2) that names it; undefined for
 * any other error. A command that knows what the file is to it says more exactly what is wrong.
 */
export function fileFailure(error: unknown): Failure | undefined {
  const { code = '', syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (error instanceof Failure || !(error instanceof Error)) return undefined;
  if (syscall === 'uv_cwd') return new Failure('usage', NO_WORKING_FOLDER, ENTER_ANOTHER);
  const reason = REASONS.get(code);
  if (!reason || path === undefined || syscall === undefined) return undefined;
  return new Failure(
    'usage',
    { zh: `${path} 无法使用：${reason.zh}`, en: `${path} cannot be used: ${reason.en}` },
    { zh: '请检查文件名、所在文件夹和权限', en: 'Check its name, its folder and your permissions' },
  );
}

const NO_WORKING_FOLDER: Text = {
  zh: '当前所在的文件夹已不存在',
  en: 'The folder in which you are does not exist any more',
};
const ENTER_ANOTHER: Text = {
  zh: '请用 cd 进入另一个文件夹，再运行',
  en: 'Change into another one with cd, then run it again',
};
