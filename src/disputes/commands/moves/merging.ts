import { option, required } from '../../../cli/param.ts';
import { reasonParam } from '../../../cli/places.ts';
import { loadDispute } from '../../store.ts';
import { moveCommand } from './move.ts';

/** A dispute that was registered twice goes into the other one. */
export const merge = moveCommand('merge', {
  summary: {
    zh: '并案：同一件纠纷重复登记的，并入另一件',
    en: 'merge a dispute that was registered twice into the other',
  },
  options: '--into 150722100200-2023-2',
  params: {
    into: required(option('--into <number>', { zh: '并入哪一件', en: 'the dispute that stays' })),
    reason: reasonParam,
  },
  act: (said, { context }) => {
    const target = loadDispute(context.db, said.into);
    return { ...said, into: target.number, intoStatus: target.status };
  },
});
