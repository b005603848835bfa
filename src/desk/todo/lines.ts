import { boundUnit } from '../../deadlines/codes.ts';
import type { Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { commandFor, noticeCommand, type TodoLine, waitFor } from './rules.ts';
import {
  awaitedTasks,
  type ListedCase,
  longUnvisited,
  openOffers,
  returnedCases,
  runningDeadlines,
  unnotified,
  unstarted,
  untoldExtensions,
} from './store.ts';

/** Everything about cases that waits for somebody by a day. */
export function caseLines(db: Db, today: Day, until: Day): TodoLine[] {
  return [
    ...deadlineLines(db, today, until),
    ...taskLines(db, today, until),
    ...offerLines(db),
    ...returnedCases(db).map(returned => {
      const what = { zh: '移交被退回，请另行处理', en: 'the offer was returned; decide again' };
      return lineOf(returned, { wait: 'returned', what, command: `tiaochu ${returned.kind} show ${returned.number}` });
    }),
    ...unstarted(db).map(dispute => {
      const what = { zh: '受理或不予受理', en: 'accept or decline' };
      return lineOf(dispute, { wait: 'start', what, command: `tiaochu dispute accept ${dispute.number}` });
    }),
    // A reply counts only once it has reached the petitioner.
    ...unnotified(db).map(petition => {
      const what = { zh: '答复送达信访人', en: 'bring the reply to the petitioner' };
      return lineOf(petition, { wait: 'notice', what, command: noticeCommand(petition.number, 'opinion', null) });
    }),
    // An extension is told to the petitioner with its reason (信访工作条例 Art. 34).
    ...untoldExtensions(db).map(({ department_code, ...petition }) => {
      const what = { zh: '延期告知信访人', en: 'tell the petitioner about the extension' };
      const command = noticeCommand(petition.number, 'extension', department_code);
      return lineOf(petition, { wait: 'notice', what, command });
    }),
  ];
}

/** A line about a case: it waits for the holder, without a last day, where nothing else is said. */
function lineOf(
  { number, title, holder, agent }: ListedCase,
  line: Pick<TodoLine, 'wait' | 'what' | 'command'> & Partial<TodoLine>,
): TodoLine {
  return { about: number, title, unit: holder, agent, dueOn: null, ...line };
}

function deadlineLines(db: Db, today: Day, until: Day): TodoLine[] {
  return (
    runningDeadlines(db, until)
      // An open offer is a line of its own, with the same last day.
      .filter(({ rule }) => rule !== 'OFFER_3')
      .map(due =>
        lineOf(due, {
          wait: waitFor(due.rule, due.due_on, today),
          what: boundText(due),
          // What binds a department waits for the holder, who enters what the department does.
          unit: due.department === null ? boundUnit(due.rule, due) : due.holder,
          dueOn: due.due_on,
          command: commandFor(due),
        }),
      )
  );
}

function boundText({ name_zh, name_en, department }: ReturnType<typeof runningDeadlines>[number]): Text {
  if (department === null) return { zh: name_zh, en: name_en };
  return { zh: `${department}：${name_zh}`, en: `${department}: ${name_en}` };
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
    const { kind, number, due_on: dueOn } = offer;
    const answer =
      kind === 'petition'
        ? { zh: '接收、退回或提出异议', en: 'accept, return or object' }
        : { zh: '接收或退回', en: 'accept or return' };
    const watch = { zh: '对方尚未答复', en: 'the other unit has not answered' };
    const [accept, recall] = [`tiaochu ${kind} accept ${number}`, `tiaochu ${kind} recall ${number}`];
    return [
      lineOf(offer, { wait: 'offer', what: answer, unit: offer.to_unit, dueOn, command: accept }),
      lineOf(offer, { wait: 'sent', what: watch, unit: offer.from_unit, dueOn, command: recall }),
    ];
  });
}

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
