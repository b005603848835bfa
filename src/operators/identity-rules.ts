import type { RefusalReason } from '../kernel/duty.ts';
import type { Refusal } from '../kernel/failure.ts';

/** What of an operator says who he is. */
export interface Identity {
  readonly name: string;
  readonly system_user: string | null;
  readonly passphrase: string | null;
  readonly retired_on: string | null;
}

/** Who somebody says he is. */
interface Named {
  readonly named: string | undefined;
  readonly own: string | undefined;
  readonly systemUser: string;
}

/** The operator who acts and what he still has to prove, or why there is none. */
type Identified<O> =
  | { readonly operator: O; readonly isProven: boolean }
  | { readonly problem: Refusal; readonly reason: RefusalReason };

/**
 * Who acts: whom `--as` names, or else the operator who is bound to the user of the operating system, or else the user's own
 * setting. Who is not bound to this user proves himself by a passphrase.
 */
export function identified<O extends Identity>(operators: readonly O[], claim: Named): Identified<O> {
  const { named, own, systemUser } = claim;
  const bound = operators.find(({ system_user, retired_on }) => system_user === systemUser && retired_on === null);
  if (named === undefined && bound) return { operator: bound, isProven: true };
  const name = named ?? own;
  const operator = operators.find(each => each.name === name);
  if (!operator) return { reason: 'unknown', problem: name === undefined ? nobody(systemUser) : stranger(name) };
  if (operator.retired_on !== null) return { reason: 'unknown', problem: retired(operator.name, operator.retired_on) };
  if (operator === bound) return { operator, isProven: true };
  if (operator.passphrase === null) return { reason: 'unknown', problem: others(operator.name, systemUser) };
  return { operator, isProven: false };
}

const LIST = {
  zh: '用 tiaochu operator list 查看操作员，用 --as 写明本人姓名',
  en: 'tiaochu operator list shows the operators; name yourself with --as',
};

function nobody(systemUser: string): Refusal {
  return {
    zh: `本台账由操作员写入，系统用户 ${systemUser} 不是操作员`,
    en: `Only operators write in this ledger, and the system user ${systemUser} is none`,
    hint: LIST,
  };
}

function stranger(name: string): Refusal {
  return { zh: `没有操作员「${name}」`, en: `There is no operator "${name}"`, hint: LIST };
}

function retired(name: string, on: string): Refusal {
  return { zh: `操作员 ${name} 已于 ${on} 停用`, en: `The operator ${name} retired on ${on}`, hint: LIST };
}

function others(name: string, systemUser: string): Refusal {
  return {
    zh: `操作员 ${name} 没有口令，只能由其系统用户使用，${systemUser} 不能`,
    en: `The operator ${name} has no passphrase and is for his own system user, not for ${systemUser}`,
    hint: {
      zh: '请管理员设置口令：tiaochu operator change',
      en: 'Ask an administrator for a passphrase: tiaochu operator change',
    },
  };
}
