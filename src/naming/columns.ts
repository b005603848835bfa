import { BadValue, type Field, optionalText } from '../intake/field.ts';
import { fieldsOf } from '../intake/sheet.ts';
import type { NameKind } from './names.ts';

/** What the columns of registers name, by their keys; where it may be several kinds, the first that has the word. */
export const NAMING: Readonly<Record<string, readonly [NameKind, ...NameKind[]]>> = {
  unit_code: ['unit'],
  parent_code: ['unit'],
  owner_unit: ['unit'],
  household_code: ['household'],
  cadre_a: ['cadre'],
  cadre_b: ['cadre'],
  responsible_cadre: ['cadre'],
  cadre_code: ['cadre'],
  pair_code: ['pair'],
  agent_code: ['agent'],
  department_code: ['department'],
  owner_department: ['department'],
  owner_code: ['department', 'cadre', 'agent'],
  site_code: ['site'],
  window_code: ['window'],
  group_code: ['guidance'],
  kind_code: ['return_kind'],
};

/** Columns of files that only say by names what others say by codes: a row of the register does not have them. */
const SAID: Readonly<Record<string, Field<string, true>>> = {
  unit_code: optionalText(['unit_code', '村（社区）', 'village'], '西博荣村'),
  head_name: { ...optionalText(['head_name', '户主', 'head of the household'], '敖玉兰'), kind: 'name' },
  group: optionalText(['group', '组', 'group of the village'], '一组'),
  township: optionalText(['township', '乡镇', 'township'], '尼尔基镇'),
  members: { ...optionalText(['members', '两名队员', 'both cadres'], '张三丰、李四海'), kind: 'name' },
};

/** By the column whose code they stand for: what else a file may have, and which of it must be there in its place. */
const IN_PLACE_OF: Readonly<
  Record<string, { readonly columns: readonly string[]; readonly instead: readonly string[] }>
> = {
  household_code: { columns: ['unit_code', 'head_name', 'group', 'township'], instead: ['unit_code', 'head_name'] },
  unit_code: { columns: ['township'], instead: ['township'] },
  cadre_a: { columns: ['members'], instead: ['members'] },
  cadre_b: { columns: ['members'], instead: ['members'] },
};

/** A sheet of a register as files may have it: codes may be words, and further columns say what a code would. */
export function sayable(sheet: object): Record<string, Field<unknown>> {
  const own = Object.fromEntries(fieldsOf(sheet).map(field => [field.key, wordField(field)]));
  const further = Object.keys(own).flatMap(key => IN_PLACE_OF[key]?.columns ?? []);
  const said = further.flatMap(key => (own[key] || !SAID[key] ? [] : [[key, SAID[key]] as const]));
  return { ...own, ...Object.fromEntries(said) };
}

/** The column that a file may have in the place of one that it leaves out. */
export function placeOf(column: string): string {
  return IN_PLACE_OF[column]?.instead[0] ?? column;
}

/** What only a file has of a sheet. */
export const isSaid = (sheet: object, key: string): boolean => !(key in sheet) && key in SAID;

/** A column that names something reads what is no code as a word, whose meaning the ledger decides. */
function wordField(field: Field<unknown>): Field<unknown> {
  if (!NAMING[field.key]) return field;
  const instead = IN_PLACE_OF[field.key]?.instead;
  return { ...field, ...(instead ? { instead } : {}), read: (text, remark) => read(field, text, remark) };
}

function read(field: Field<unknown>, text: string, remark: Parameters<Field<unknown>['read']>[1]): unknown {
  try {
    return field.read(text, remark);
  } catch (error) {
    if (error instanceof BadValue) return { text, wrong: error } satisfies Unread;
    throw error;
  }
}

/** A cell that is no code of its column, and why not. */
export interface Unread {
  readonly text: string;
  readonly wrong: BadValue;
}

export function isUnread(cell: unknown): cell is Unread {
  return typeof cell === 'object' && cell !== null && 'wrong' in cell;
}

/** What is written in a cell of a row that names something. */
export function textOf(cell: unknown): string {
  return (isUnread(cell) ? cell.text : typeof cell === 'string' ? cell : '').trim();
}
