import { command } from '../../cli/command.ts';
import { argument, choice, option, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asCount } from '../../cli/values.ts';
import { assignmentRows } from '../../households/assignment-store.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { changesBetween } from '../../ledger/events.ts';
import { type Domain, maskOf } from '../domain.ts';
import { domainProblem, standInProblem } from '../rules.ts';
import { allDomains, correctVisit, visitNumbered } from '../store.ts';
import { visitRefusal } from './visit-add.ts';

export const correct = command({
  name: 'correct',
  zh: '更正',
  summary: {
    zh: '更正一次走访的日记、领域或代访，原文保留在历史中',
    en: 'correct a visit’s diary, domains or substitute mark; the history keeps the old values',
  },
  example: 'visit correct 1 --diary 了解春耕准备情况 --reason 原记录有误',
  access: 'write',
  params: {
    id: argument('<visit>', { zh: '走访号', en: 'the visit’s number' }, asCount),
    diary: option('--diary <text>', { zh: '更正后的日记', en: 'the corrected diary' }),
    domains: option('--domains <list>', { zh: '更正后的工作领域', en: 'the corrected domains' }),
    substitute: choice(
      '--substitute <yes|no>',
      { zh: '是否代访', en: 'whether it was a substitute visit' },
      { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } },
    ),
    reason: required(reasonParam),
  },
  run: ({ db, stamp }, input) => {
    const { id, diary, domains, substitute } = input;
    const visit = visitNumbered(db, id);
    const changes = changesBetween<{ diary: string; domains: number; substitute: 0 | 1 }>(visit, {
      diary,
      domains: domains === undefined ? undefined : domainsIn(domains, allDomains(db), visit.visited_on),
      substitute: substitute === undefined ? undefined : substitute === 'yes' ? 1 : 0,
    });
    if (changes.length === 0) misuse({ zh: '没有要更正的内容', en: 'There is nothing to correct' });
    const { household_code } = visit;
    if (substitute === 'no')
      refuseFor('household_code', household_code, standInProblem(visit, assignmentRows(db, household_code)));
    correctVisit(db, id, changes, stamp(undefined, input.reason));
    return {
      view: lines({ visit: id, corrected: changes.length }, { zh: `走访 ${id} 已更正`, en: `Visit ${id} corrected` }),
      records: [String(id)],
    };
  },
});

function domainsIn(text: string, domains: readonly Domain[], day: Day): number {
  const found = maskOf(text, domains, day);
  refuseFor('domains', typeof found === 'string' ? found : text, domainProblem(found));
  return found as number;
}

function refuseFor(column: string, value: string, reason: Text | undefined): void {
  if (reason) throw visitRefusal([{ column, value, reason }]);
}
