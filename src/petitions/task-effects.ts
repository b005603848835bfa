import type { DeadlineStart, Step } from '../cases/case.ts';
import type { Effect } from '../cases/life.ts';
import type { DepartmentNamed } from './acts.ts';
import { hasOpinion } from './classes.ts';
import type { Petition } from './petition.ts';
import { awaitedTask } from './tasks.ts';

type Deadlines = Pick<Step, 'starts' | 'ends'>;

/**
 * A department that is routed a petition has 15 days to tell the petitioner, and 5 working days to object if it is not its
 * business (信访工作条例 Art. 23). The day by which it is to report is the holder's wish and no deadline.
 */
export const route: Effect<Petition, Partial<DepartmentNamed>> = ({ holder: unit }, { departmentId: department }) =>
  department === undefined
    ? {}
    : {
        starts: [
          { code: 'XF_NOTICE_15', unit, department },
          { code: 'XF_OBJECT_5WD', unit, department },
        ],
      };

/** A department that accepts a residual claim handles it within 60 days (Art. 34); the village's own limit for carrying it is over. */
export const taskAccept: Effect<Petition, DepartmentNamed> = (petition, { departmentId: department }): Deadlines => {
  const handling: DeadlineStart = { code: 'XF_HANDLE_60', unit: petition.holder, department };
  return {
    starts: hasOpinion(petition) ? [handling] : [],
    ends: [
      { codes: ['XF_OBJECT_5WD'], how: 'moot', department },
      { codes: ['CARRY_60'], how: 'moot' },
    ],
  };
};

/** What is not its business does not bind a department any longer. */
export const taskObject: Effect<Petition, DepartmentNamed> = (_, { departmentId: department }): Deadlines => ({
  ends: [
    { codes: ['XF_OBJECT_5WD'], how: 'met', department },
    { codes: ['XF_NOTICE_15'], how: 'moot', department },
  ],
});

/** The report ends the department's handling; where it answers without having accepted, nothing of it is left to be noticed. */
export const report: Effect<Petition, DepartmentNamed> = ({ tasks }, { departmentId: department }): Deadlines => {
  const isAccepted = awaitedTask(tasks, department)?.state === 'accepted';
  return {
    ends: [
      { codes: ['XF_HANDLE_60'], how: 'met', department },
      ...(isAccepted ? [] : [{ codes: ['XF_NOTICE_15', 'XF_OBJECT_5WD'], how: 'moot', department } as const]),
    ],
  };
};
