import type { Insertable } from 'kysely';
import { codeField, digitsField, type Field, optionalCode, optionalText, plain } from '../intake/field.ts';
import { fieldsOf, type Sheet } from '../intake/sheet.ts';
import { type Noun, type Text, untranslated, wordList } from '../kernel/text.ts';
import type { VisitTable } from '../ledger/schema/visits.ts';
import { DIARY_FIELD_LIST, DIARY_FIELDS, type Diary, type DiaryField } from './diary.ts';

/** How a visit went; only home visits count for coverage. */
export const MODES = wordList({
  home: { zh: '入户', en: 'home' },
  phone: { zh: '电话', en: 'phone' },
  absent: { zh: '家中无人', en: 'absent' },
});

export const YES_NO = wordList({ yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } });

export type Mode = keyof typeof MODES;
export const MODE_LIST = ['home', 'phone', 'absent'] as const satisfies readonly Mode[];

/** A row of a visits file, every cell still as written. */
export interface VisitRow extends Readonly<Partial<Record<DiaryField, string>>> {
  readonly visited_on: string;
  readonly household_code: string;
  readonly cadre_a: string;
  readonly cadre_b: string;
  readonly domains: string;
  readonly mode?: string | undefined;
  readonly substitute?: string | undefined;
  readonly diary?: string | undefined;
  readonly diary_by?: string | undefined;
}

export const VISIT_TITLE: Noun = { zh: '走访', en: 'visits', one: 'visit', list: 'visit list' };

/** The columns of a visits file. `visitJudge` reads the cells, since that needs the ledger. */
export const visitSheet: Sheet<VisitRow> = {
  visited_on: { ...written('visited_on', '走访日期', untranslated('2023-05-03')), kind: 'day' },
  household_code: {
    ...digitsField(['household_code', '户编号', 'household code'], [18], '150722100200010001'),
    instead: ['unit_code', 'head_name'],
  },
  cadre_a: { ...codeField(['cadre_a', '走访人一', 'first visitor'], '150722100200-C01'), instead: ['visitors'] },
  cadre_b: { ...codeField(['cadre_b', '走访人二', 'second visitor'], '150722100200-C02'), instead: ['visitors'] },
  domains: written('domains', '工作领域', { zh: '矛盾调处；政策宣传', en: 'mediation;publicity' }),
  mode: optionalText(['mode', '方式', 'mode (home, phone, absent)'], { zh: '入户', en: 'home' }),
  substitute: optionalText(['substitute', '代访', 'stand-in (yes, no)'], { zh: '否', en: 'no' }),
  diary: optionalText(['diary', '民情日记', 'diary'], '了解春耕准备情况，宣传惠农政策'),
  diary_by: optionalCode(['diary_by', '记录人', 'diary writer'], '150722100200-C01'),
  ...DIARY_FIELDS,
};

/** Columns of a visits file that say by names what others say by codes. */
const namingSheet = {
  unit_code: optionalText(['unit_code', '村（社区）', 'village'], '西博荣村'),
  head_name: { ...optionalText(['head_name', '户主', 'head of the household'], '敖玉兰'), kind: 'name' },
  group: optionalText(['group', '组', 'group of the village'], '一组'),
  visitors: { ...optionalText(['visitors', '走访人', 'both visitors'], '张三丰、李四海'), kind: 'name' },
};

/** What a row says by names besides its codes, every cell still as written. */
export type SaidNames = { readonly [K in keyof typeof namingSheet]: string };

/** All columns that a visits file may have. */
export const VISIT_COLUMNS: readonly Field<unknown>[] = [...fieldsOf(visitSheet), ...fieldsOf(namingSheet)];

/** Picks the names out of a record, by the places of the columns. */
export function namesBy(at: Readonly<Record<string, number>>): (fields: readonly string[]) => SaidNames {
  const cell = (fields: readonly string[], column: keyof SaidNames) => fields[at[column] ?? -1]?.trim() ?? '';
  return fields => ({
    unit_code: cell(fields, 'unit_code'),
    head_name: cell(fields, 'head_name'),
    group: cell(fields, 'group'),
    visitors: cell(fields, 'visitors'),
  });
}

/** Picks a row's cells out of a record, by the places of the columns; written out, since it runs for every visit of a campaign. */
export function cellsBy(at: Readonly<Record<string, number>>): (fields: readonly string[]) => VisitRow {
  const place = (column: keyof VisitRow) => at[column] ?? -1;
  const [day, household, a, b] = [place('visited_on'), place('household_code'), place('cadre_a'), place('cadre_b')];
  const [domains, mode, substitute] = [place('domains'), place('mode'), place('substitute')];
  const [diary, writer] = [place('diary'), place('diary_by')];
  const cells = (fields: readonly string[]): VisitRow => ({
    visited_on: fields[day] ?? '',
    household_code: fields[household] ?? '',
    cadre_a: fields[a] ?? '',
    cadre_b: fields[b] ?? '',
    domains: fields[domains] ?? '',
    mode: fields[mode] ?? '',
    substitute: fields[substitute] ?? '',
    diary: fields[diary] ?? '',
    diary_by: fields[writer] ?? '',
  });
  // Few files have the fields of a diary.
  const more = DIARY_FIELD_LIST.filter(field => place(field) >= 0);
  if (more.length === 0) return cells;
  return fields => ({
    ...cells(fields),
    ...Object.fromEntries(more.map(field => [field, fields[place(field)] ?? ''])),
  });
}

function written(key: string, zh: string, example: Text): Field<string> {
  return { key, title: { zh, en: key.replace('_', ' ') }, optional: false, example, kind: 'code', read: plain };
}

/*
 * A new column of a visit, after its migration and `npm run schema`: its cell and its column here, its rule in rules.ts, how
 * its cell is read in judge.ts, its place in lists in views.ts. Packing, writing, comparing and listing follow COLUMNS.
 */

/** A visit as its table keeps it, with the fields of its diary: the one type from the judge to the writer. */
export type Visit = Omit<Insertable<VisitTable>, 'id' | 'import_id'> & Pick<Diary, 'fields'>;

/** Two visits with the same values here are the same visit. */
export const KEY = ['household_id', 'visited_on', 'mode', 'pair_id'] as const;
/** The columns that cross the reader's thread as numbers, and those that cross it as texts. */
export const NUMBERS = [...KEY, 'substitute', 'domains', 'diary_by'] as const;
export const TEXTS = ['diary'] as const;
/** All columns of a visit, in the order in which a batch hands them to the writer. */
export const COLUMNS = [...NUMBERS, ...TEXTS] as const satisfies readonly (keyof Visit)[];
