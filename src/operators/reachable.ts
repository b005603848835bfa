import type { Context } from '../cli/command.ts';
import { refuseIf } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { lockedOutProblem } from './rules.ts';
import { allOperators } from './store.ts';

/** Refuses a change after which no administrator could prove who he is; says of a system user that this computer does not know. */
export async function demandReachable(context: Context, user?: string | undefined): Promise<void> {
  const { db, claimed, hasSystemUser, remark } = context;
  const admins = allOperators(db).filter(({ role, retired_on }) => role === 'admin' && retired_on === null);
  const users = new Set([user, ...admins.map(({ system_user }) => system_user)].filter(name => name != null));
  const unknown = new Set<string>();
  for (const name of users) if (name !== claimed.systemUser && (await hasSystemUser(name)) === false) unknown.add(name);
  refuseIf(lockedOutProblem(admins, unknown, claimed.systemUser));
  if (user !== undefined && unknown.has(user)) remark(unknownText(user));
}

const unknownText = (user: string): Text => ({
  zh: `这台计算机上没有系统用户 ${user}，请核对拼写`,
  en: `This computer has no system user ${user}: check how it is spelt`,
});
