import { boundUnit } from '../../deadlines/codes.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { commandFor, type TodoLine, waitFor } from './rules.ts';
import {
  awaitedTasks,
  type ListedCase,
  longUnvisited,
  openOffers,
  returnedCases,
  runningDeadlines,
  unnotified,
  unstarted,
} from './store.ts';

/** Everything about cases that waits for somebody by a day. */
export function caseLines(db: Db, today: Day, until: Day): TodoLine[] {
  return [
    ...deadlineLines(db, today, until),
    ...taskLines(db, today, until),
    ...offerLines(db),
    ...WAITING.flatMap(([waiting, wait, verb, what]) =>
      waiting(db).map(listed => lineOf(listed, { wait, what, command: commandOf(verb, listed) })),
    ),
  ];
}

/** Cases that wait for their holder without a last day: which, for what, and the move that does it. */
const WAITING = [
  [returnedCases, 'returned', 'show', { zh: '移交被退回，请另行处理', en: 'the offer was returned; decide again' }],
  [unstarted, 'start', 'accept', { zh: '受理或不予受理', en: 'accept or decline' }],
  // A reply counts only once it has reached the petitioner.
  [unnotified, 'notify', 'notify', { zh: '答复送达信访人', en: 'bring the reply to the petitioner' }],
] as const;

function commandOf(verb: string, { kind, number }: ListedCase): string {
  return `tiaochu ${kind} ${verb} ${number}`;
}

/** A line about a case: it waits for the holder, without a last day, where nothing else is said. */
function lineOf(
  { number, title, holder, agent }: ListedCase,
  line: Pick<TodoLine, 'wait' | 'what' | 'command'> & Partial<TodoLine>,
): TodoLine {
  return { about: number, title, unit: holder, agent, dueOn: null, ...line };
}

function deadlineLines(db: Db, today: Day, until: Day): TodoLine[] {
  // An open offer is a line of its own, with the same last day.
  const deadlines = runningDeadlines(db, until).filter(({ rule }) => rule !== 'OFFER_3');
  return deadlines.map(due =>
    lineOf(due, {
      wait: waitFor(due.rule, due.due_on, today),
      what: { zh: due.name_zh, en: due.name_en },
      unit: boundUnit(due.rule, due),
      dueOn: due.due_on,
      command: commandFor(due),
    }),
  );
}

/** What a department is to report on waits for the holder, who enters the report. */
function taskLines(db: Db, today: Day, until: Day): TodoLine[] {
  return awaitedTasks(db, until).map(({ code, name, due_on, ...petition }) => {
    const wait = due_on !== null && due_on < today ? 'overdue' : 'due';
    const what = { zh: `${name}反馈`, en: `report of ${name}` };
    const command = `tiaochu petition report ${petition.number} --department ${code}`;
    return lineOf(petition, { wait, what, dueOn: due_on, command });
  });
}

/** An offer waits for the unit to which it is made; the sender sees it too. */
function offerLines(db: Db): TodoLine[] {
  return openOffers(db).flatMap(offer => {
    const { kind, due_on: dueOn, from_unit, to_unit } = offer;
    const [accept, recall] = [commandOf('accept', offer), commandOf('recall', offer)];
    return [
      lineOf(offer, { wait: 'offer', what: ANSWERS[kind], unit: to_unit, dueOn, command: accept }),
      lineOf(offer, { wait: 'sent', what: UNANSWERED, unit: from_unit, dueOn, command: recall }),
    ];
  });
}

const ANSWERS = {
  petition: { zh: '接收或提出异议', en: 'accept or object' },
  dispute: { zh: '接收或退回', en: 'accept or return' },
} as const;
const UNANSWERED = { zh: '对方尚未答复', en: 'the other unit has not answered' };

/** Households without a home visit since a day. */
export function visitLines(db: Db, units: readonly number[], since: Day, today: Day, most: number): TodoLine[] {
  return longUnvisited(db, units, since, today, most).map(({ code, unit, last_on }) => ({
    wait: 'visit',
    about: code,
    title: '',
    what: last_on
      ? { zh: `上次入户 ${last_on}`, en: `last home visit ${last_on}` }
      : { zh: '从未入户', en: 'never visited at home' },
    unit,
    agent: null,
    dueOn: null,
    command: `tiaochu visit add --household-code ${code}`,
  }));
}
