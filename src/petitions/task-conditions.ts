import type { ActOf } from '../cases/case.ts';
import { commandHint } from '../cases/case-hint.ts';
import type { Condition } from '../cases/life.ts';
import { refuse } from '../kernel/failure.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import type { PetitionAct } from './acts.ts';
import type { Petition } from './petition.ts';
import { awaitedTask, isAwaited } from './tasks.ts';
import type { Move } from './transitions.ts';

type OfCase = Condition<Petition, { readonly move: string }>;
type OfAct<M extends Move> = Condition<Petition, ActOf<PetitionAct, M>>;

/** A department is given a task once the petition is accepted: until then nobody has looked into whose business it is. */
export const routedOnceAccepted: OfAct<'confer'> = (petition, { departmentId }) => {
  if (departmentId === undefined || petition.status !== 'lodged') return;
  refuse(
    {
      zh: `${petition.number} 尚未受理，不能分流给部门`,
      en: `${petition.number} has not been accepted yet and cannot be routed to a department`,
    },
    commandHint(petition, 'accept #', '先受理：$', 'Accept it first: $'),
  );
};

/** A department has one task at a time in a petition. */
export const notRoutedThere: OfAct<'route' | 'confer'> = (petition, { department, departmentId }) => {
  if (departmentId === undefined || !awaitedTask(petition.tasks, departmentId)) return;
  refuse(
    { zh: `${department} 已有任务，尚未反馈`, en: `${department} already has a task and has not reported` },
    commandHint(petition, `report # --department ${department}`, '先登记反馈：$', 'Enter its report first: $'),
  );
};

/** Only a department with a task reports. */
export const someTask: OfCase = petition => {
  if (!petition.tasks.some(isAwaited)) refuseAnswer(petition, { zh: '部门', en: 'a department' });
};

export const wasRouted: OfAct<'report'> = (petition, { department, departmentId }) => {
  if (!awaitedTask(petition.tasks, departmentId)) refuseAnswer(petition, untranslated(department));
};

/** A department accepts or objects to what it was routed and has not answered yet. */
export const someTaskUnanswered: OfCase = petition => {
  if (petition.tasks.some(({ state }) => state === 'routed')) return;
  refuse(
    {
      zh: `${petition.number} 没有部门尚未答复的任务`,
      en: `${petition.number} has no task that a department has yet to accept or object to`,
    },
    commandHint(petition, 'route # --department …', '先分流：$', 'Route it first: $'),
  );
};

/** What a department accepted as its business it handles: it neither accepts it again nor objects to it. */
export const notAnswered: OfAct<'task-accept' | 'task-object'> = (petition, { department, departmentId }) => {
  const task = awaitedTask(petition.tasks, departmentId);
  if (task?.state === 'routed') return;
  if (!task) refuseAnswer(petition, untranslated(department));
  refuse(
    {
      zh: `${department} 已于 ${task.acceptedOn} 受理 ${petition.number}`,
      en: `${department} accepted ${petition.number} on ${task.acceptedOn}`,
    },
    commandHint(petition, `report # --department ${department}`, '接着登记反馈：$', 'Go on with its report: $'),
  );
};

/** A department, too, objects with detailed reasons within 5 working days (信访工作条例 Art. 23(3)). */
export const departmentInTime: OfAct<'task-object'> = (petition, { on, department, departmentId }) => {
  const due = petition.departmentDues.get(departmentId)?.object;
  if (due === undefined || on <= due) return;
  refuse(
    {
      zh: `${department} 对 ${petition.number} 的异议期限 ${due} 已过（5 个工作日，信访工作条例第二十三条）`,
      en: `${department} had to object to ${petition.number} by ${due} (5 working days, Regulations on Petition Work Art. 23)`,
    },
    commandHint(petition, `accept # --department ${department}`, '请登记其受理：$', 'Enter its acceptance: $'),
  );
};

function refuseAnswer(petition: Petition, department: Text): never {
  refuse(
    {
      zh: `${petition.number} 没有等待${department.zh}答复的任务`,
      en: `${petition.number} has no task that waits for ${department.en}`,
    },
    commandHint(petition, 'route # --department …', '先分流：$', 'Route it first: $'),
  );
}
