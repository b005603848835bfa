import { datesAnAct } from './act-day.ts';
import type { Command } from './command.ts';
import { askers, everyone, revealers, traced, writers } from './common-params.ts';
import { nameOf, type Params } from './param.ts';

/** Whether a command changes a ledger or makes one. */
export const writes = ({ access }: Command) => access === 'write' || access === 'file';

/** Whether a command can ask something, which `--yes` answers. */
const asks = (command: Command) =>
  command.asks || command.confirm !== undefined || command.doubts !== undefined || datesAnAct(command);

/** All parameters of a command: its own first, then those that its kind of command shares; its own wins. */
export function allParams(command: Command): Params {
  const others = {
    ...(writes(command) ? writers : {}),
    ...(asks(command) ? askers : {}),
    ...(command.personal ? revealers : {}),
    ...(command.isJournalled ? traced : {}),
    ...everyone,
  };
  const own = new Set(Object.values(command.params).map(nameOf));
  const shared = Object.entries(others).filter(([, param]) => !own.has(nameOf(param)));
  return { ...command.params, ...Object.fromEntries(shared), ...command.params };
}
