import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

export const alteredBackup = (backup: string) =>
  new Failure(
    'ledger',
    {
      zh: `备份 ${backup} 与旁边 .sha256 里的校验值不符：文件被改动过或没有复制完整`,
      en: `The backup ${backup} does not match the checksum beside it: it was changed or not copied whole`,
    },
    { zh: '请换一份备份；未作任何更换', en: 'Use another backup; nothing was replaced' },
  );

export const noBackup = (backup: string) =>
  new Failure(
    'not-found',
    { zh: `找不到备份 ${backup}`, en: `There is no backup ${backup}` },
    {
      zh: '请检查文件名和所在文件夹；备份一般在台账旁边的 backups 里',
      en: 'Check its name and folder; backups usually are in backups beside the ledger',
    },
  );

export const notBackup = (backup: string) =>
  new Failure(
    'ledger',
    { zh: `${backup} 不是调处台账的备份`, en: `${backup} is not a backup of a tiaochu ledger` },
    { zh: '请检查文件名；未作任何更换', en: 'Check its name; nothing was replaced' },
  );

/** A backup that this user of the system may not read: why, in the system's words. */
export const shutBackup = (backup: string, why: Text) =>
  new Failure(
    'not-found',
    { zh: `无法读取备份 ${backup}：${why.zh}`, en: `Cannot read the backup ${backup}: ${why.en}` },
    {
      zh: '请用备份文件所有人的系统用户运行，或请其开放文件及所在文件夹的权限；未作任何更换',
      en: 'Run this as the system user who owns it, or have its permissions and those of its folder changed; nothing was replaced',
    },
  );
