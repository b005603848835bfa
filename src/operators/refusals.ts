import { DUTIES, type Duty } from '../kernel/duty.ts';
import type { Refusal } from '../kernel/failure.ts';
import { withArticle } from '../kernel/text.ts';
import { ROLES, type Role } from './rules.ts';

/** Why a role has nothing to do with a kind of work. */
export function roleRefusal(name: string, role: Role, duty: Duty): Refusal {
  const [is, work] = [ROLES[role], DUTIES[duty]];
  return {
    zh: `${name}是${is.zh}，${work.zh}不在其权限之内`,
    en: `${name} is ${withArticle(is.en)}, who has no rights in ${work.en}`,
    hint: {
      zh: '由有权限的操作员办理：tiaochu operator list',
      en: 'Ask an operator who has: tiaochu operator list',
    },
  };
}

/** Why something is not for the operator's unit. */
export function unitRefusal(name: string, own: string, concerned: string, duty: Duty): Refusal {
  const work = DUTIES[duty];
  return {
    zh: `${name}属于${own}，不能为${concerned}办理（${work.zh}）`,
    en: `${name} belongs to ${own} and cannot do this for ${concerned} (${work.en})`,
    hint: {
      zh: `由${concerned}或其上级单位的操作员办理：tiaochu operator list；尚无操作员的，请管理员新增：tiaochu operator add`,
      en: `It is for an operator of ${concerned} or of a unit above it: tiaochu operator list; where there is none, an administrator adds one: tiaochu operator add`,
    },
  };
}

/** Why a passphrase is not enough. */
export function passphraseRefusal(name: string, isMissing: boolean): Refusal {
  return isMissing
    ? {
        zh: `操作员 ${name} 须凭口令操作`,
        en: `The operator ${name} needs a passphrase`,
        hint: {
          zh: '在终端输入，或在脚本中用 --passphrase-file 或 TIAOCHU_PASSPHRASE_FILE 写明口令文件',
          en: 'Type it on a terminal, or name a file with --passphrase-file or TIAOCHU_PASSPHRASE_FILE',
        },
      }
    : {
        zh: `操作员 ${name} 的口令不对`,
        en: `That is not the passphrase of ${name}`,
        hint: {
          zh: '忘记口令的，请管理员重新设置：tiaochu operator change',
          en: 'An administrator can set another one: tiaochu operator change',
        },
      };
}
