import { command, type Outcome } from '../../cli/command.ts';
import { argument, choice, option, type Params, picks, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asCount } from '../../cli/values.ts';
import { assignmentRows } from '../../households/assignment-store.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse, notFound } from '../../kernel/failure.ts';
import type { Noun, Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { type Change, changesBetween, type Stamp } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { DIARY_FIELD_LIST, DIARY_FIELDS, type DiaryFields, FIRST } from '../diary.ts';
import { addOwnRow, changeDiary, type DiaryRow, diaryRows } from '../diary-store.ts';
import { type Domain, maskOf } from '../domain.ts';
import { domainProblem, standInProblem } from '../rules.ts';
import { allDomains, correctVisit, type VisitRecord, visitNumbered } from '../store.ts';
import { YES_NO } from '../visit.ts';
import { visitRefusal } from './visit-add.ts';

export const entryParam = option(
  '--entry <count>',
  { zh: '第几篇日记（默认第 1 篇）', en: 'which diary of the visit (default the first)' },
  asCount,
);

const fieldParams = Object.fromEntries(
  Object.values(DIARY_FIELDS).map(({ key, title }) => [
    key,
    option(`--${key.replaceAll('_', '-')} <text>`, { zh: `日记的${title.zh}`, en: `${title.en} in the diary` }),
  ]),
) satisfies Params;

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
    entry: entryParam,
    diary: option('--diary <text>', { zh: '更正后的日记', en: 'the corrected diary' }),
    ...fieldParams,
    domains: {
      ...picks('domain', option('--domains <list>', { zh: '更正后的工作领域', en: 'the corrected domains' })),
      areTicked: true,
    },
    substitute: choice('--substitute <yes|no>', { zh: '是否代访', en: 'whether it was a substitute visit' }, YES_NO),
    reason: required(reasonParam),
  },
  run: ({ db, stamp }, input) => {
    const { id, diary, domains, substitute, entry = FIRST } = input;
    const visit = visitNumbered(db, id);
    const changes = changesBetween<{ diary: string; domains: number; substitute: 0 | 1 }>(visit, {
      diary: entry === FIRST ? diary : undefined,
      domains: domains === undefined ? undefined : domainsIn(domains, allDomains(db), visit.visited_on),
      substitute: substitute === undefined ? undefined : substitute === 'yes' ? 1 : 0,
    });
    const own = diaryCorrection(db, visit, entry, { ...input, diary: entry === FIRST ? undefined : diary });
    if (changes.length + own.changes.length === 0)
      misuse({ zh: '没有要更正的内容', en: 'There is nothing to correct' });
    if (substitute === 'no') refuseStandIn(db, visit);
    correctVisit(db, id, changes, stamp(undefined, input.reason));
    own.save(stamp(undefined, input.reason));
    return corrected(id, changes.length + own.changes.length);
  },
});

function corrected(visit: number, count: number): Outcome {
  return {
    view: lines({ visit, corrected: count }, { zh: `走访 ${visit} 已更正`, en: `Visit ${visit} corrected` }),
    records: [String(visit)],
  };
}

type Wanted = { readonly diary?: string | undefined } & Readonly<Partial<Record<keyof DiaryFields, unknown>>>;

/** What changes of a diary that has, or now gets, a row of its own. */
function diaryCorrection(db: Db, visit: VisitRecord, entry: number, wanted: Wanted) {
  const row = entryRow(db, visit, entry);
  const current = Object.fromEntries(
    ['diary', ...DIARY_FIELD_LIST].map(field => [field, row?.[field as 'place'] ?? '']),
  );
  const values = Object.fromEntries(Object.keys(current).map(field => [field, wanted[field as keyof Wanted]]));
  const changes: Change[] = changesBetween(current, values as Record<string, string | undefined>);
  const save = (stamp: Stamp) => {
    if (changes.length > 0) changeDiary(db, (row ?? addOwnRow(db, visit)).id, changes, stamp);
  };
  return { changes, save };
}

const DIARY_TITLE: Noun = { zh: '这篇日记', en: 'diaries', one: 'diary of that number', list: 'visit show' };

/** The row of a diary; the first of a visit has none until a field is given. Throws a not-found Failure for any other. */
export function entryRow(db: Db, { id }: VisitRecord, entry: number): DiaryRow | undefined {
  const found = diaryRows(db, id).find(row => row.number === entry && row.withdrawn_on === null);
  if (found || entry === FIRST) return found;
  const look = { zh: `用 tiaochu visit show ${id} 查看`, en: `tiaochu visit show ${id} lists them` };
  notFound(DIARY_TITLE, String(entry), look);
}

/** A visit that is no substitute visit was made by the assigned pair. */
function refuseStandIn(db: Db, visit: VisitRecord): void {
  const { household_code } = visit;
  refuseFor('household_code', household_code, standInProblem(visit, assignmentRows(db, household_code)));
}

function domainsIn(text: string, domains: readonly Domain[], day: Day): number {
  const found = maskOf(text, domains, day);
  refuseFor('domains', typeof found === 'string' ? found : text, domainProblem(found));
  return found as number;
}

function refuseFor(column: string, value: string, reason: Text | undefined): void {
  if (reason) throw visitRefusal([{ column, value, reason }]);
}
