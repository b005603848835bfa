import { moveCommandsOf } from '../../../cases/move-command.ts';
import { option, optionList, required } from '../../../cli/param.ts';
import { partedNames } from '../../../cli/parts.ts';
import { reasonParam } from '../../../cli/places.ts';
import { asActDay, asName } from '../../../cli/values.ts';
import { DISPUTES } from '../../area.ts';

/** The command of one move; which statuses allow it is in src/disputes/transitions.ts. */
export const moveCommand = moveCommandsOf(DISPUTES, '150722100200-2023-3');

export const reason = option('--reason <text>', reasonParam.summary, asName);
export const needed = { reason: required(reason) } as const;
export const rights = option(
  '--rights-notified <day>',
  { zh: '告知当事人权利义务的日期', en: 'the day on which the parties were informed of their rights' },
  asActDay,
);
export const names = (term: string, zh: string, en: string) => optionList(term, { zh, en }, asName, partedNames);
