import type { Day } from '../../kernel/day.ts';
import type { DiaryFields } from '../../visits/diary.ts';
import { MODES, type Mode } from '../../visits/visit.ts';
import type { FieldsOf } from '../glossary.ts';
import { paperDay, paperNames } from '../wording.ts';
import type { VISIT_FIELDS } from './glossary.ts';

/** One diary of a visit, and who read it last. */
export interface PaperDiary extends Partial<DiaryFields> {
  readonly count: number;
  readonly writer: string;
  readonly diary: string;
  readonly reading: { readonly read_by: string; readonly read_on: Day; readonly remark: string } | undefined;
}

/** Everything that the ledger has of a visit for its papers, in Chinese words. */
export interface VisitFacts {
  readonly id: number;
  readonly visitedOn: Day;
  readonly withdrawnOn: Day | null;
  readonly unit: string | undefined;
  readonly household: {
    readonly code: string;
    readonly head_name: string;
    readonly people: number | null;
    readonly phone: string;
    readonly address: string;
  };
  readonly visitors: readonly [a: string, b: string];
  readonly mode: Mode;
  readonly isSubstitute: boolean;
  readonly domains: readonly string[];
  readonly diaries: readonly PaperDiary[];
  readonly today: Day;
}

/** The fields of a visit's papers: the form is drawn from these and from nothing else. */
export function visitFields(facts: VisitFacts): FieldsOf<typeof VISIT_FIELDS> {
  const { household, visitors } = facts;
  return {
    number: String(facts.id),
    visited_on: paperDay(facts.visitedOn),
    unit: facts.unit ?? '',
    household_code: household.code,
    head_name: household.head_name,
    people: household.people === null ? '' : `${household.people}人`,
    phone: household.phone,
    address: household.address,
    visitors: paperNames(visitors),
    visitor_a: visitors[0],
    visitor_b: visitors[1],
    mode: MODES[facts.mode].zh,
    substitute: facts.isSubstitute ? '是' : '否',
    domains: facts.domains.join('、'),
    diaries: facts.diaries.map(diaryFields),
    printed_on: paperDay(facts.today),
  };
}

function diaryFields({ count, writer, diary, reading, ...fields }: PaperDiary) {
  const { place = '', family = '', difficulties = '', requests = '', thoughts = '', follow_up = '' } = fields;
  return {
    ...{ count: String(count), writer, diary, place, family, difficulties, requests, thoughts, follow_up },
    read_by: reading?.read_by ?? '',
    read_on: paperDay(reading?.read_on),
    remark: reading?.remark ?? '',
  };
}
