import type { Duty } from '../kernel/duty.ts';
import type { Refusal } from '../kernel/failure.ts';
import { wordList } from '../kernel/text.ts';
import { branch, successorOf, type UnitTree } from '../units/tree.ts';

/** What an operator may do: the clerk enters and handles, the head decides too, the administrator keeps the banner's registers, the auditor reads. */
export const ROLES = wordList({
  clerk: { zh: '经办人', en: 'clerk' },
  head: { zh: '负责人', en: 'head' },
  admin: { zh: '旗级管理员', en: 'banner administrator' },
  auditor: { zh: '审计员', en: 'auditor' },
});

export type Role = keyof typeof ROLES;

/** How the unit that a command concerns is related to the operator's: below, with operators of its own or none. */
export const RELATIONS = ['own', 'unattended', 'below', 'elsewhere'] as const;
export type Relation = (typeof RELATIONS)[number];

const OWN_AND_UNATTENDED = ['own', 'unattended'] as const;
const OWN_AND_BELOW = ['own', 'unattended', 'below'] as const;

/**
 * Who may do what where. A clerk enters the records of the own unit and of those below, and handles cases for it, and for units
 * below that have no operator; the head also decides, and acts for every unit of the tier. An auditor writes nothing.
 */
const RIGHTS: Readonly<Record<Role, Readonly<Record<Duty, readonly Relation[]>>>> = {
  clerk: {
    entry: OWN_AND_BELOW,
    handling: OWN_AND_UNATTENDED,
    decision: [],
    administration: [],
    looking: RELATIONS,
    own: RELATIONS,
  },
  head: {
    entry: OWN_AND_BELOW,
    handling: OWN_AND_BELOW,
    decision: OWN_AND_BELOW,
    administration: [],
    looking: RELATIONS,
    own: RELATIONS,
  },
  admin: {
    entry: RELATIONS,
    handling: RELATIONS,
    decision: RELATIONS,
    administration: RELATIONS,
    looking: RELATIONS,
    own: RELATIONS,
  },
  auditor: { entry: [], handling: [], decision: [], administration: [], looking: RELATIONS, own: RELATIONS },
};

/** Whether somebody may do some work somewhere at all, and whether in every place. */
export function reach(role: Role, duty: Duty): 'nowhere' | 'some' | 'everywhere' {
  const where = RIGHTS[role][duty].length;
  return where === 0 ? 'nowhere' : where === RELATIONS.length ? 'everywhere' : 'some';
}

export function mayDo(role: Role, duty: Duty, relation: Relation): boolean {
  return RIGHTS[role][duty].includes(relation);
}

/** How a unit is related to an operator's; one that was merged is the unit that took its place. `attended` are the units with operators of their own. */
export function relationTo(own: number, unit: number, attended: ReadonlySet<number>, tree: UnitTree): Relation {
  const [mine, theirs] = [successorOf(tree, own) ?? own, successorOf(tree, unit) ?? unit];
  if (mine === theirs) return 'own';
  const top = tree.units.get(mine);
  if (!top || !branch(tree, top).some(({ unit_id }) => unit_id === theirs)) return 'elsewhere';
  return attended.has(theirs) ? 'below' : 'unattended';
}

/** What of an operator the rules look at. */
export interface OperatorFacts {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly system_user: string | null;
  readonly retired_on: string | null;
}

/** A name is given once, since the history is signed with it; a system user belongs to one operator at a time. */
export function takenProblem(
  existing: readonly OperatorFacts[],
  wanted: { readonly name?: string; readonly user?: string | undefined },
): Refusal | undefined {
  const named = existing.find(({ name }) => name === wanted.name);
  if (named)
    return {
      zh: `已有操作员 ${named.name}${named.retired_on ? `（${named.retired_on} 停用）` : ''}`,
      en: `There is already an operator ${named.name}${named.retired_on ? `, retired on ${named.retired_on}` : ''}`,
      hint: {
        zh: '同名的人请加以区分，如加上单位；修改用 tiaochu operator change',
        en: 'Tell people of the same name apart, such as by their unit; change one with tiaochu operator change',
      },
    };
  const bound = existing.find(
    ({ system_user, retired_on }) => system_user !== null && system_user === wanted.user && retired_on === null,
  );
  if (!bound) return undefined;
  return {
    zh: `系统用户 ${wanted.user} 已对应操作员 ${bound.name}`,
    en: `The system user ${wanted.user} is already the operator ${bound.name}`,
    hint: {
      zh: '几个人共用一个系统用户的，各设口令，用 --as 写明姓名',
      en: 'Give each of several people who share a system user a passphrase; they name themselves with --as',
    },
  };
}

/** The first operator is an administrator: nobody else could add the next. */
export function firstProblem(existing: readonly OperatorFacts[], role: Role): Refusal | undefined {
  if (existing.some(({ retired_on }) => retired_on === null) || role === 'admin') return undefined;
  return {
    zh: '第一名操作员须是旗级管理员，否则没有人能再增加操作员',
    en: 'The first operator must be a banner administrator: nobody else could add the next one',
    hint: { zh: '请先增加管理员：--角色 旗级管理员', en: 'Add an administrator first, with --role admin' },
  };
}

/** The last administrator neither leaves nor becomes something else. */
export function lastAdminProblem(existing: readonly OperatorFacts[], id: number): Refusal | undefined {
  const admins = existing.filter(({ role, retired_on }) => role === 'admin' && retired_on === null);
  const [last, ...others] = admins;
  if (others.length > 0 || last?.id !== id) return undefined;
  return {
    zh: `${last.name} 是唯一的旗级管理员，不能停用，也不能改任其他角色`,
    en: `${last.name} is the only banner administrator and can neither retire nor take another role`,
    hint: {
      zh: '请先增加另一名管理员：tiaochu 操作员 新增 … --角色 旗级管理员',
      en: 'Add another administrator first: tiaochu operator add … --role admin',
    },
  };
}

/** Some administrator must be able to prove who he is: by a passphrase, or as a system user whom this computer knows. */
export function lockedOutProblem(
  admins: readonly (Pick<OperatorFacts, 'name' | 'system_user'> & { readonly passphrase: string | null })[],
  unknown: ReadonlySet<string>,
  systemUser: string,
): Refusal | undefined {
  const isReachable = ({ system_user, passphrase }: (typeof admins)[number]) =>
    passphrase !== null || (system_user !== null && !unknown.has(system_user));
  const [first] = admins;
  if (!first || admins.some(isReachable)) return undefined;
  return {
    zh: `这台计算机上没有系统用户 ${first.system_user}，${first.name} 又没有口令：以后没有管理员能写入本台账`,
    en: `This computer has no system user ${first.system_user}, and ${first.name} has no passphrase: no administrator could work in this ledger any more`,
    hint: {
      zh: `请核对 --user（您现在的系统用户是 ${systemUser}），或同时用 --new-passphrase-file 设口令`,
      en: `Check --user (yours is ${systemUser}), or give a passphrase as well, with --new-passphrase-file`,
    },
  };
}

/** An administrator belongs to the banner, whose registers he keeps. */
export function adminPlaceProblem(role: Role, level: string, name: string): Refusal | undefined {
  if (role !== 'admin' || level === 'banner') return undefined;
  return {
    zh: `旗级管理员的单位是旗，不是${name}`,
    en: `A banner administrator belongs to the banner, not to ${name}`,
    hint: { zh: '用 --unit 写旗的代码，或改用其他角色', en: 'Name the banner with --unit, or choose another role' },
  };
}
