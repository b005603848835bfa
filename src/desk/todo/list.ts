import { agentCoded } from '../../agents/store.ts';
import type { Context } from '../../cli/command.ts';
import { option } from '../../cli/param.ts';
import { unitParam } from '../../cli/places.ts';
import { asCount } from '../../cli/values.ts';
import { addDays, BEGINNING, type Day } from '../../kernel/day.ts';
import { named } from '../../naming/named-param.ts';
import { includes, type Scope, scopeOf } from '../../reports/scope.ts';
import { caseLines, visitLines } from './lines.ts';
import { officeLines } from './office-lines.ts';
import { byUrgency, type TodoLine } from './rules.ts';

const DAYS = 7;
export const MOST_HOUSEHOLDS = 20;

/** What the list is narrowed to; `do` numbers its lines by the same. */
export const listParams = {
  unit: unitParam,
  agent: named(option('--agent <code>', { zh: '只列一名代办员的待办', en: 'only this agent’s' }), 'agent'),
  days: option(
    '--days <count>',
    { zh: '多少日内到期的（默认 7）', en: 'due within this many days (default 7)' },
    asCount,
  ),
} as const;

interface Wishes {
  readonly unit?: string | undefined;
  readonly agent?: string | undefined;
  readonly days?: number | undefined;
}

interface TodoList {
  readonly scope: Scope;
  readonly until: Day;
  readonly shown: readonly TodoLine[];
}

/** The last day on which something must be due to be listed. */
export const lastListed = ({ today }: Pick<Context, 'today'>, days = DAYS): Day => addDays(today, days);

/** The open work of a unit (the user's own where none is named) or an agent, most urgent first. */
export function todoList(context: Context, { unit: asked, agent, days }: Wishes): TodoList {
  const { db, today, settings } = context;
  if (agent !== undefined) agentCoded(db, agent);
  const unit = asked ?? (agent === undefined ? settings.unit : undefined);
  const until = lastListed(context, days);
  const scope = scopeOf(context, { from: BEGINNING, to: today }, unit);
  const shown = everyLine(scope, until)
    .filter(line => includes(scope, line.unit) && (agent === undefined || line.agent === agent))
    .sort(byUrgency);
  return { scope, until, shown };
}

function everyLine({ db, today, within }: Scope, until: Day): TodoLine[] {
  return [
    ...caseLines(db, today, until),
    ...officeLines(db, today, until),
    ...visitLines(db, { today, until, units: within }, MOST_HOUSEHOLDS),
  ];
}
