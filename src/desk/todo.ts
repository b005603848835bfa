import { agentCoded } from '../agents/store.ts';
import { command } from '../cli/command.ts';
import { option } from '../cli/param.ts';
import { unitParam } from '../cli/places.ts';
import { asCount } from '../cli/values.ts';
import { boundUnit } from '../deadlines/codes.ts';
import { addDays, type Day, dayNumber } from '../kernel/day.ts';
import { column } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { everyUnit, unitsWithin } from '../units/tree.ts';
import { awaitedTasks, longUnvisited, openOffers, runningDeadlines, unnotified, unstarted } from './store.ts';
import { byUrgency, commandFor, type TodoLine, WAITS } from './todo-lines.ts';

const DAYS = 7;
/** Ordinary households are called on twice a year. */
const UNVISITED_DAYS = 180;
const MOST_HOUSEHOLDS = 20;

export const todo = command({
  name: 'todo',
  zh: '待办',
  summary: {
    zh: '待办：等着这个单位或代办员的一切，最急的在前，各带办理命令',
    en: 'everything that waits for a unit or an agent, most urgent first, with the command that does it',
  },
  example: 'todo --unit 150722100 --days 7',
  access: 'read',
  params: {
    unit: unitParam,
    agent: option('--agent <code>', { zh: '只看一名代办员的', en: 'one agent’s only' }),
    days: option(
      '--days <number>',
      { zh: '几日内到期的（默认 7）', en: 'due within so many days (default 7)' },
      asCount,
    ),
  },
  run: ({ db, today }, input) => {
    const tree = loadTree(db, today);
    const within = unitsWithin(tree, input.unit);
    if (input.agent !== undefined) agentCoded(db, input.agent);
    const until = addDays(today, input.days ?? DAYS);
    const units = within ?? new Set(everyUnit(tree).map(unit => unit.unit_id));
    const lines = [
      ...deadlineLines(db, today, until),
      ...taskLines(db, today, until),
      ...offerLines(db),
      ...startLines(db),
      ...replyLines(db),
      ...(input.agent === undefined ? visitLines(db, [...units], today) : []),
    ]
      .filter(line => units.has(line.unit) && (input.agent === undefined || line.agent === input.agent))
      .sort(byUrgency);
    return {
      view: {
        shape: 'table',
        title: { zh: `待办（${today}）`, en: `To do (${today})` },
        columns: [
          column('wait', '待办', 'Waits'),
          column('about', '编号', 'Number'),
          column('title', '名称', 'Title'),
          column('what', '事项', 'What'),
          column('unit', '由谁', 'By'),
          column('agent', '代办员', 'Agent'),
          column('due_on', '期限', 'Due', 'day'),
          column('days_left', '剩余天数', 'Days left', 'integer'),
          column('command', '办理命令', 'Command'),
        ],
        rows: lines.map(line => ({
          ...line,
          wait: WAITS[line.wait],
          unit: tree.units.get(line.unit)?.name,
          due_on: line.dueOn,
          days_left: line.dueOn === null ? null : dayNumber(line.dueOn) - dayNumber(today),
        })),
        notes: [
          {
            zh: `共 ${lines.length} 项：${until} 及以前到期的（含已逾期的）；久未走访的户最多列 ${MOST_HOUSEHOLDS} 户（全部用 report missed）`,
            en: `${lines.length} in all: what is due by ${until} or overdue; at most ${MOST_HOUSEHOLDS} households not visited for long (report missed has all)`,
          },
        ],
      },
      counts: { shown: lines.length },
    };
  },
});

function deadlineLines(db: Db, today: Day, until: Day): TodoLine[] {
  return (
    runningDeadlines(db, until)
      // An open offer is a line of its own, with the same last day.
      .filter(due => due.rule !== 'OFFER_3')
      .map(due => ({
        wait: due.due_on < today ? 'overdue' : due.rule === 'FOLLOWUP_30' ? 'follow-up' : 'due',
        about: due.number,
        title: due.title,
        what: { zh: due.name_zh, en: due.name_en },
        unit: boundUnit(due.rule, due),
        agent: due.agent,
        dueOn: due.due_on,
        command: commandFor(due),
      }))
  );
}

/** What a department is to report on waits for the holder, who enters the report. */
function taskLines(db: Db, today: Day, until: Day): TodoLine[] {
  return awaitedTasks(db, until).map(({ number: about, title, holder, code, name, due_on: dueOn, agent }) => ({
    ...{ about, title, agent, dueOn },
    wait: dueOn < today ? 'overdue' : 'due',
    what: { zh: `${name}反馈`, en: `report of ${name}` },
    unit: holder,
    command: `tiaochu petition report ${about} --department ${code}`,
  }));
}

/** An offer waits for the unit it is made to; the sender sees it too, and what was sent back to it. */
function offerLines(db: Db): TodoLine[] {
  return openOffers(db).flatMap((offer): TodoLine[] => {
    const { kind, number: about, title, agent, due_on: dueOn } = offer;
    const line = { about, title, agent, dueOn };
    if (offer.ending === 'returned') {
      const what = { zh: '移交被退回，请另行处理', en: 'the offer came back; decide anew' };
      return [
        {
          ...line,
          dueOn: null,
          wait: 'returned',
          what,
          unit: offer.from_unit,
          command: `tiaochu ${kind} show ${about}`,
        },
      ];
    }
    const answer =
      kind === 'petition'
        ? { zh: '接收或提出异议', en: 'accept or object' }
        : { zh: '接收或退回', en: 'accept or return' };
    const watch = { zh: '对方还没有答复', en: 'the other unit has not answered' };
    return [
      { ...line, wait: 'offer', what: answer, unit: offer.to_unit, command: `tiaochu ${kind} accept ${about}` },
      { ...line, wait: 'sent', what: watch, unit: offer.from_unit, command: `tiaochu ${kind} recall ${about}` },
    ];
  });
}

function startLines(db: Db): TodoLine[] {
  return unstarted(db).map(({ number, title, holder }) => ({
    wait: 'start',
    about: number,
    title,
    what: { zh: '受理或不予受理', en: 'accept or decline' },
    unit: holder,
    agent: null,
    dueOn: null,
    command: `tiaochu dispute accept ${number}`,
  }));
}

/** Nothing rests on a reply before it has reached the petitioner. */
function replyLines(db: Db): TodoLine[] {
  return unnotified(db).map(({ number: about, title, holder, agent }) => ({
    ...{ about, title, agent, dueOn: null },
    wait: 'notify',
    what: { zh: '答复送达信访人', en: 'bring the reply to the petitioner' },
    unit: holder,
    command: `tiaochu petition notify ${about}`,
  }));
}

function visitLines(db: Db, units: readonly number[], today: Day): TodoLine[] {
  const before = addDays(today, -UNVISITED_DAYS);
  return longUnvisited(db, units, before, today, MOST_HOUSEHOLDS).map(({ code, unit, last_on }) => ({
    wait: 'visit',
    about: code,
    title: '',
    what: last_on
      ? { zh: `上次入户 ${last_on}`, en: `last home visit ${last_on}` }
      : { zh: '还没有入户过', en: 'never visited at home' },
    unit,
    agent: null,
    dueOn: null,
    command: `tiaochu visit add --household-code ${code}`,
  }));
}
