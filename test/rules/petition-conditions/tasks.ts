import { task } from '../../support/petitions.ts';
import { agent, both, type Case, department, details, handledBy7, type More, objectBy, rsj } from './words.ts';

export const TASKS: readonly Case[] = [
  ['firstAgent', 'confer', [{ agent: 1 }, details(agent)], 'already has an agent', [{ agent: 1 }]],
  [
    'firstAgent',
    'confer',
    [{ agent: 1 }, details(agent)],
    'already has an agent',
    [{ agent: undefined }, details(agent)],
  ],
  ...(['assign', 'confer', 'reassign'] as const).map((move): Case => {
    const named = (interested: true | undefined): More => [
      move === 'reassign' ? { agent: 1 } : { agent: undefined },
      details({ ...agent, interested }),
    ];
    return ['noInterest', move, named(true), 'Agent D02 is a petitioner and must be recused', named(undefined)];
  }),
  ...(['route', 'confer'] as const).flatMap((move): Case[] => [
    ['notRoutedThere', move, [{ tasks: [task()] }, rsj], '旗人社局 already has a task', [{ tasks: [] }, rsj]],
    [
      'notRoutedThere',
      move,
      [{ tasks: [task()] }, rsj],
      '旗人社局 already has a task',
      [{ tasks: [task({ department: 8 })] }, rsj],
    ],
    [
      'dueAhead',
      move,
      [{}, details({ ...department, due: '2023-06-19' })],
      'The due day 2023-06-19 is before the act on 2023-06-20',
      [{}, details({ ...department, due: '2023-06-20' })],
    ],
  ]),
  ['notRoutedThere', 'confer', [{ tasks: [task()] }, rsj], '旗人社局 already has a task', [{ tasks: [task()] }]],
  ['someTask', 'report', [{ tasks: [] }], 'has no task that waits for a department', [{ tasks: [task()] }]],
  [
    'wasRouted',
    'report',
    [{ tasks: [task({ department: 8 })] }],
    'has no task that waits for 旗人社局',
    [{ tasks: [task({ department: 8 }), task()] }],
  ],
  ['notAllExtended', 'extend', [{ extended: true }], 'was extended once: 30 days at most', [{ extended: false }]],
  [
    'notAllExtended',
    'extend',
    [{ extended: true, tasks: [task()] }],
    'was extended once',
    [{ extended: true, ...handledBy7 }, details(department)],
  ],
  ['notExtended', 'extend', [{ extended: true, ...handledBy7 }], 'was extended once', [handledBy7]],
  [
    'notExtended',
    'extend',
    [{ ...handledBy7, tasks: [task({ state: 'accepted', extended: true })] }, details(department)],
    'was extended once',
    [handledBy7, details(department)],
  ],
  [
    'extendedInTime',
    'extend',
    [{ handleDue: '2023-06-19' }],
    'ended on 2023-06-19 and can no longer be extended',
    [{ handleDue: '2023-06-20' }],
  ],
  ['extendedInTime', 'extend', [{ handleDue: undefined }], 'No time limit is running for', [{}]],
  [
    'extendedInTime',
    'extend',
    [{ tasks: [task()], departmentDues: new Map() }, details(department)],
    'No time limit is running for',
    [handledBy7, details(department)],
  ],
  ['someTaskUnanswered', 'task-accept', [{ tasks: [] }], 'has no task that a department has yet to accept', [{}]],
  ['someTaskUnanswered', 'task-object', [{ tasks: [] }], 'has no task that a department has yet to accept', [{}]],
  ...(['task-accept', 'task-object'] as const).flatMap((move): Case[] => [
    ['notAnswered', move, [both], '旗人社局 accepted 150722100200-2023-P1 on 2023-06-12', [{ tasks: [task()] }]],
    ['notAnswered', move, [{ tasks: [task({ department: 8 })] }], 'has no task that waits for 旗人社局', [{}]],
  ]),
  [
    'departmentInTime',
    'task-object',
    [{ departmentDues: objectBy('2023-06-19') }],
    '旗人社局 had to object to 150722100200-2023-P1 by 2023-06-19 (5 working days',
    [{ departmentDues: objectBy('2023-06-20') }],
  ],
  [
    'routedOnceAccepted',
    'confer',
    [{ status: 'lodged' }, rsj],
    'has not been accepted yet and cannot be routed',
    [{ status: 'accepted' }, rsj],
  ],
];
