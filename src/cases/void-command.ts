import type { Command } from '../cli/command.ts';
import { option, required } from '../cli/param.ts';
import { asReason } from '../cli/values.ts';
import { refuseIf } from '../kernel/failure.ts';
import type { AnyCaseArea } from './area.ts';
import { VOID } from './case.ts';
import { dependentsOf } from './dependent-store.ts';
import { moveCommandsOf } from './move-command.ts';
import { dependentProblem } from './voiding.ts';

/** `<noun> void`: a case that was entered by mistake counts nowhere; its number stays used. */
export function voidCommand(area: AnyCaseArea, sample: string): Command {
  const { title } = area;
  return moveCommandsOf(area, sample)(VOID, {
    summary: {
      zh: `作废一件登记错的${title.zh}：编号保留，不再计入任何数字`,
      en: `void a ${title.one} that was entered by mistake: its number stays used, no figure counts it`,
    },
    options: '--reason 重复登记',
    params: {
      reason: required(option('--reason <text>', { zh: '作废的原因', en: 'why it is void' }, asReason)),
    },
    complete: (act, _, { caseFile, context }) => {
      const { id, number } = caseFile;
      refuseIf(dependentProblem(number, dependentsOf(context.db, id)));
      return act;
    },
  });
}
