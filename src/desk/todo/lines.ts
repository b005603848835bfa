import { boundUnit, isRight } from '../../deadlines/codes.ts';
import { basisText, dueText, openDayText } from '../../deadlines/state.ts';
import { loadCalendar } from '../../deadlines/store.ts';
import type { WorkCalendar } from '../../deadlines/work-calendar.ts';
import { loadDispute } from '../../disputes/store.ts';
import type { Day } from '../../kernel/day.ts';
import type { Text, Word } from '../../kernel/text.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadPetition } from '../../petitions/store.ts';
import { awaitedTask } from '../../petitions/tasks.ts';
import { dueVisits, type WantedVisits } from '../../reports/standards/due.ts';
import { commandOf, lineOf } from './case-line.ts';
import { pendingLines } from './pending-lines.ts';
import { commandFor, lastDay, noticeCommand, type TodoLine, waitFor } from './rules.ts';
import {
  awaitedTasks,
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
    ...pendingLines(db, today, until),
    ...WAITING.flatMap(([waiting, wait, verb, what]) =>
      waiting(db).map(listed => lineOf(listed, { wait, what, command: commandOf(verb, listed) })),
    ),
    // An extension is told to the petitioner with its reason (信访工作条例 Art. 34).
    ...untoldExtensions(db).map(({ department_code, ...petition }) => {
      const what = { zh: '延期告知信访人', en: 'notice of the extension to the petitioner' };
      const command = noticeCommand(petition.number, 'extension', department_code);
      return lineOf(petition, { wait: 'notice', what, command });
    }),
  ];
}

/** Cases that wait for their holder without a last day: which, for what, and the move that does it. */
const WAITING = [
  [returnedCases, 'returned', 'show', { zh: '移交被退回，请另行处理', en: 'the offer was returned; decide again' }],
  [unstarted, 'start', 'accept', { zh: '受理或不予受理', en: 'accept or decline' }],
  // A reply counts only once it has reached the petitioner.
  [unnotified, 'notice', 'notice', { zh: '答复送达信访人', en: 'bring the reply to the petitioner' }],
] as const;

function deadlineLines(db: Db, today: Day, until: Day): TodoLine[] {
  const calendar = loadCalendar(db);
  // An open offer is a line of its own, with the same last day; a right that lapsed waits for nobody.
  const deadlines = runningDeadlines(db, until).filter(
    due => due.rule !== 'OFFER_3' && !(isRight(due.rule) && lastDay(due, today) < today),
  );
  return deadlines.map(due =>
    lineOf(due, {
      wait: waitFor(due.rule, lastDay(due, today), today),
      what: askedBy(due, calendar),
      // What binds a department waits for the holder, who enters what the department does.
      unit: due.department === null ? boundUnit(due.rule, due) : due.holder,
      dueOn: lastDay(due, today),
      basis: basisOf(due),
      command: commandFor({ ...due, ...knownOf(db, due) }),
    }),
  );
}

/** What a deadline asks for; a day that is not fixed is said with its reason. */
function askedBy(due: ReturnType<typeof runningDeadlines>[number], calendar: WorkCalendar): Text {
  const { zh, en } = boundName(due);
  const open = openDayText(due, calendar);
  const day = dueText(due, due);
  return open ? { zh: `${zh}（${day.zh}；${open.zh}）`, en: `${en} (${day.en}; ${open.en})` } : { zh, en };
}

/** The name of a deadline, with the department that it binds. */
function boundName({ name_zh, name_en, department }: ReturnType<typeof runningDeadlines>[number]): Text {
  if (department === null) return { zh: name_zh, en: name_en };
  return { zh: `${department}：${name_zh}`, en: `${department}: ${name_en}` };
}

/** What only the case itself tells: which instalment is due, and whether a department has accepted the petition. */
function knownOf(db: Db, { rule, number, due_on, department_id }: ReturnType<typeof runningDeadlines>[number]) {
  if (rule === 'PERFORM_BY') {
    const parts = loadDispute(db, number).agreement?.instalments ?? [];
    const at = parts.findIndex(({ dueOn, extent }) => dueOn === due_on && extent !== 'full');
    return { instalment: at < 0 ? undefined : at + 1 };
  }
  if (rule !== 'XF_NOTICE_15' || department_id === null) return {};
  return { isAccepted: awaitedTask(loadPetition(db, number).tasks, department_id)?.state === 'accepted' };
}

type Based = { readonly is_law: 0 | 1; readonly extension_is_law: 0 | 1; readonly extended_by: number };

function basisOf({ is_law, extension_is_law, extended_by }: Based): Word {
  return basisText({ isLaw: is_law === 1, extension: { isLaw: extension_is_law === 1 } }, extended_by);
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

/** The days in which an offer is answered are office practice. */
const PRACTICE = { isLaw: false, extension: { isLaw: false } };

/** An offer waits for the unit to which it is made; the sender sees it too. */
function offerLines(db: Db): TodoLine[] {
  return openOffers(db).flatMap(offer => {
    const { kind, due_on: dueOn, from_unit, to_unit } = offer;
    const [accept, recall] = [commandOf('accept', offer), commandOf('recall', offer)];
    const basis = basisText(PRACTICE, 0);
    return [
      lineOf(offer, { wait: 'offer', what: ANSWERS[kind], unit: to_unit, dueOn, basis, command: accept }),
      lineOf(offer, { wait: 'sent', what: UNANSWERED, unit: from_unit, dueOn, basis, command: recall }),
    ];
  });
}

const ANSWERS = {
  petition: { zh: '接收、退回或提出异议', en: 'accept, return or object' },
  dispute: { zh: '接收或退回', en: 'accept or return' },
} as const;
const UNANSWERED = { zh: '对方尚未答复', en: 'the other unit has not answered' };

/** Households whose standard asks for a visit by a day. */
export function visitLines(db: Db, wanted: WantedVisits, most: number): TodoLine[] {
  return dueVisits(db, wanted, most).map(({ household, unit_id, what, standard, due_on, last_on, due_at_unit }) => {
    const last = last_on
      ? { zh: `上次入户 ${last_on}`, en: `last home visit ${last_on}` }
      : { zh: '从未入户', en: 'never visited at home' };
    return {
      wait: 'visit',
      group: `visits ${unit_id}`,
      ofMany: due_at_unit,
      about: household,
      title: '',
      what: { zh: `${standard.zh}：${what.zh}；${last.zh}`, en: `${standard.en}: ${what.en}; ${last.en}` },
      unit: unit_id,
      agent: null,
      dueOn: due_on,
      command: `tiaochu visit add --household-code ${household}`,
    };
  });
}
