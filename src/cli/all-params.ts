import { datesAnAct } from './act-day.ts';
import type { Command } from './command.ts';
import { askers, everyone, revealers, writers } from './common-params.ts';
import type { Params } from './param.ts';

/** Whether a command changes a ledger or makes one. */
export const writes = ({ access }: Command) => access === 'write' || access === 'file';

/** Whether a command can ask something, which `--yes` answers. */
const asks = (command: Command) =>
  command.asks || command.confirm !== undefined || command.doubts !== undefined || datesAnAct(command);

/** All parameters of a command: its own first, then those that its kind of command shares; its own wins. */
export function allParams(command: Command): Params {
  return {
    ...command.params,
    ...(writes(command) ? writers : {}),
    ...(asks(command) ? askers : {}),
    ...(command.personal ? revealers : {}),
    ...everyone,
    ...command.params,
  };
}
