import { problemsOpenOn } from '../../guidance/problem-store.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { actionItems } from '../../meetings/store.ts';
import { openNeeds } from '../../needs/open-store.ts';
import type { TodoLine, Wait } from './rules.ts';

/** What waits beside cases: needs of households, problems that guidance groups found, items of meetings. */
export function officeLines(db: Db, today: Day, until: Day): TodoLine[] {
  return [...needLines(db, today, until), ...problemLines(db, today, until), ...itemLines(db, today, until)];
}

/** Nothing is overdue on its last day; what has none waits all the same. */
function waitOr(wait: Wait, dueOn: Day | null, today: Day): Wait {
  return dueOn !== null && dueOn < today ? 'overdue' : wait;
}

const isDue = (dueOn: Day | null, until: Day) => dueOn === null || dueOn <= until;

/** A need waits for its owner until the household was informed of the result (S-19). */
function needLines(db: Db, today: Day, until: Day): TodoLine[] {
  return openNeeds(db, today)
    .filter(({ due_on }) => isDue(due_on, until))
    .map(({ code, category, content, due_on, unit_id, household_code, agent, department, cadre, owner }) => {
      const by = department ?? cadre ?? agent ?? owner;
      return {
        wait: waitOr('need', due_on, today),
        ...{ about: code, household: household_code, title: category, unit: unit_id, agent, dueOn: due_on },
        what: by ? { zh: `${content}（${by}承办）`, en: `${content} (${by})` } : { zh: content, en: content },
        command: `tiaochu need close ${code} --result … --feedback …`,
      };
    });
}

/** A problem waits for the unit that answers for it; of a department or a post, for the unit in which it was found (S-22). */
function problemLines(db: Db, today: Day, until: Day): TodoLine[] {
  return problemsOpenOn(db, today)
    .filter(({ due_on }) => isDue(due_on, until))
    .map(({ code, content, due_on, unit_id, owner_unit_id, owner_department, owner_duty, group }) => {
      const by = owner_department ?? owner_duty;
      const words = by ? { zh: `（${by}负责）`, en: ` (${by})` } : { zh: '', en: '' };
      return {
        wait: waitOr('problem', due_on, today),
        ...{ about: code, title: group, unit: owner_unit_id ?? unit_id, agent: null, dueOn: due_on },
        what: { zh: `${content}${words.zh}`, en: `${content}${words.en}` },
        command: `tiaochu guidance-problem done ${code} --result …`,
      };
    });
}

/** What a meeting decided waits for the unit that held it, and names who is to do it (S-45). */
function itemLines(db: Db, today: Day, until: Day): TodoLine[] {
  return actionItems(db)
    .filter(({ done_on, due_on }) => done_on === null && isDue(due_on, until))
    .map(({ code, meeting, text, owner, due_on, unit_id }) => ({
      wait: waitOr('item', due_on, today),
      ...{ about: code, title: meeting, unit: unit_id, agent: null, dueOn: due_on },
      what: { zh: owner ? `${text}（${owner}）` : text, en: owner ? `${text} (${owner})` : text },
      command: `tiaochu meeting item done ${code} --result …`,
    }));
}
