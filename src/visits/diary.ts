import { type Field, optionalText } from '../intake/field.ts';

/** What the paper form (民情日记) asks besides its text; each may stay empty. */
export const DIARY_FIELDS = {
  place: optionalText(['place', '地点', 'place'], '一组 12 号院内'),
  family: optionalText(['family', '家庭基本情况', 'family situation'], '四口人，两人外出务工'),
  difficulties: optionalText(['difficulties', '实际困难', 'difficulties'], '种子、化肥价格上涨'),
  requests: optionalText(['requests', '诉求与建议', 'requests'], '希望维修田间路'),
  thoughts: optionalText(['thoughts', '走访体会', 'thoughts'], '惠农政策要讲到户'),
  follow_up: optionalText(['follow_up', '后续计划', 'follow-up'], '一周内向镇里反映'),
} as const satisfies Record<string, Field<string>>;

export type DiaryField = keyof typeof DIARY_FIELDS;
export const DIARY_FIELD_LIST = Object.keys(DIARY_FIELDS) as readonly DiaryField[];

/** The fields of one diary, the empty ones too. */
export type DiaryFields = Readonly<Record<DiaryField, string>>;

/** One diary of a visit: who wrote it, its text, and its fields where any is given. */
export interface Diary {
  readonly diary_by: number;
  readonly diary: string;
  readonly fields?: DiaryFields | undefined;
}

/** A diary in the ledger, with what it said before it was corrected, by `diary` and by its fields. */
export interface KeptDiary extends Diary {
  readonly before?: Readonly<Record<string, readonly unknown[]>>;
}

/** The number of the diary whose text stands in the row of its visit. */
export const FIRST = 1;

export function isBlank({ diary, fields }: Pick<Diary, 'diary' | 'fields'>): boolean {
  return diary.trim() === '' && fields === undefined;
}

/** Fields with something in them; none where all are empty. */
export function givenFields(read: (field: DiaryField) => string): DiaryFields | undefined {
  const fields = Object.fromEntries(DIARY_FIELD_LIST.map(field => [field, read(field)])) as DiaryFields;
  return DIARY_FIELD_LIST.some(field => fields[field] !== '') ? fields : undefined;
}
