import type { ActOf } from '../cases/case.ts';
import { commandHint } from '../cases/case-hint.ts';
import type { Condition } from '../cases/life.ts';
import type { Day } from '../kernel/day.ts';
import { misuse, refuse } from '../kernel/failure.ts';
import type { PetitionAct } from './acts.ts';
import type { Petition } from './petition.ts';
import { awaitedTask } from './tasks.ts';

export const MOST_DAYS_MORE = 30;

/** The time for handling is extended by 1 to 30 days (信访工作条例 Art. 34). */
export function checkExtension(days: number): void {
  if (days < 1 || days > MOST_DAYS_MORE)
    misuse({
      zh: `应延长 1 至 ${MOST_DAYS_MORE} 日（信访工作条例第三十四条）`,
      en: `Extend by 1 to ${MOST_DAYS_MORE} days (Regulations on Petition Work Art. 34)`,
    });
}

type Extension = Pick<ActOf<PetitionAct, 'extend'>, 'departmentId'>;

/** The last day of the time for handling that an extension is about: the department's that it names, else the unit's. */
function handlingDue({ handleDue, departmentDues }: Petition, { departmentId }: Extension): Day | undefined {
  return departmentId === undefined ? handleDue : departmentDues.get(departmentId)?.handle;
}

/** More time is given once, to the unit and to each department that handles the petition (信访工作条例 Art. 34). */
export const notExtended: Condition<Petition, Extension> = (petition, { departmentId }) => {
  const extended =
    departmentId === undefined ? petition.extended : awaitedTask(petition.tasks, departmentId)?.extended === true;
  if (extended) refuseAgain(petition);
};

/** The same as far as the petition itself decides: something can be extended that was not yet. */
export const notAllExtended: Condition<Petition, unknown> = petition => {
  const isLeft = petition.tasks.some(({ state, extended }) => state === 'accepted' && !extended);
  if (petition.extended && !isLeft) refuseAgain(petition);
};

/** Whether the unit's time, or that of a department, is running and was not extended yet. */
export function isExtendable(petition: Petition, today: Day): boolean {
  const { extended, tasks } = petition;
  const own = extended ? [] : [handlingDue(petition, {})];
  const theirs = tasks
    .filter(task => task.state === 'accepted' && !task.extended)
    .map(task => handlingDue(petition, { departmentId: task.department }));
  return [...own, ...theirs].some(due => due !== undefined && today <= due);
}

function refuseAgain(petition: Petition): never {
  refuse(
    {
      zh: `${petition.number} 已经延期一次，延长最多 30 日（信访工作条例第三十四条）`,
      en: `${petition.number} was extended once: 30 days at most (Regulations on Petition Work Art. 34)`,
    },
    commandHint(petition, 'conclude #', '请办结：$', 'Conclude it: $'),
  );
}

/** More time is given before the 60 days end (信访工作条例 Art. 34); a village’s own limit for carrying is no such time. */
export const extendedInTime: Condition<Petition, ActOf<PetitionAct, 'extend'>> = (petition, act) => {
  const { number } = petition;
  const due = handlingDue(petition, act);
  if (due !== undefined && act.on <= due) return;
  refuse(
    due === undefined
      ? {
          zh: `${number} 没有在计算的办理期限，无从延期`,
          en: `No time limit is running for ${number}; there is nothing to extend`,
        }
      : {
          zh: `${number} 的办理期限 ${due} 已过，不能再延期（信访工作条例第三十四条）`,
          en: `The time for ${number} ended on ${due} and can no longer be extended (Regulations on Petition Work Art. 34)`,
        },
    commandHint(petition, 'conclude #', '请办结：$', 'Conclude it: $'),
  );
};
