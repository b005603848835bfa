import type { Day } from '../kernel/day.ts';
import { wordList } from '../kernel/text.ts';
import type { DepartmentTable } from '../ledger/schema/departments.ts';

/** What a department has made of its task: it accepts the petition as its business, objects, or reports the result. */
export const TASK_STATES = wordList({
  routed: { zh: '待受理', en: 'routed' },
  accepted: { zh: '已受理', en: 'accepted' },
  objected: { zh: '已提出异议', en: 'objected' },
  reported: { zh: '已反馈', en: 'reported' },
});

export type DepartmentTier = DepartmentTable['tier'];
type TaskState = keyof typeof TASK_STATES;

/** What one department has to do for a petition: a fold over its routing and the department's answers. */
export interface Task {
  readonly department: number;
  readonly name: string;
  readonly state: TaskState;
  readonly routedOn: Day;
  /** The day by which the holder wants its report. */
  readonly due: Day | null;
  readonly acceptedOn: Day | null;
  /** Whether its time for handling was extended. */
  readonly extended: boolean;
  /** The department's tier, known once it accepts: the organ above it reviews. */
  readonly tier: DepartmentTier | undefined;
  /** When it objected or reported, and with what words. */
  readonly answeredOn: Day | null;
  readonly answer: string;
}

/** The last days that the ledger counts for a department: to object, and to handle what it accepted. */
export interface DepartmentDues {
  readonly object: Day | undefined;
  readonly handle: Day | undefined;
}

export function newTask(department: number, name: string, routedOn: Day, due: Day | undefined): Task {
  const nothing = { acceptedOn: null, answeredOn: null, answer: '', extended: false, tier: undefined } as const;
  return { department, name, state: 'routed', routedOn, due: due ?? null, ...nothing };
}

/** Whether an organ handles a petition: a unit that accepted it, or a department. Villages only carry it. */
export function isHandled({
  handler,
  tasks,
}: {
  readonly handler: number | undefined;
  readonly tasks: readonly Task[];
}) {
  return handler !== undefined || tasks.some(({ acceptedOn }) => acceptedOn !== null);
}

/** A department that neither objected nor reported. */
export function isAwaited({ state }: Pick<Task, 'state'>): boolean {
  return state === 'routed' || state === 'accepted';
}

/** The task of a department that waits for it; it has at most one. */
export function awaitedTask(tasks: readonly Task[], department: number): Task | undefined {
  return tasks.find(task => task.department === department && isAwaited(task));
}

/** The tasks, with what a department's answer changes in its own. */
export function withAnswer(tasks: readonly Task[], department: number, change: Partial<Task>): readonly Task[] {
  const own = awaitedTask(tasks, department);
  return tasks.map(task => (task === own ? { ...task, ...change } : task));
}
