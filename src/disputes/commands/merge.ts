import { moveCommandsOf } from '../../cases/move-command.ts';
import { option, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { DISPUTES } from '../area.ts';
import { loadDispute } from '../store.ts';

export const merge = moveCommandsOf(DISPUTES)('merge', {
  summary: {
    zh: '并案：同一件纠纷重复登记的，并入另一件',
    en: 'merge a dispute that was registered twice into the other',
  },
  example: '150722100200-2023-3 --into 150722100200-2023-2',
  params: {
    into: required(option('--into <number>', { zh: '并入哪一件', en: 'the dispute that stays' })),
    reason: option('--reason <text>', reasonParam.summary),
  },
  act: ({ into, reason }, { context }) => {
    const target = loadDispute(context.db, into);
    return { reason, into: target.number, intoStatus: target.status };
  },
});
