import {
  BadValue,
  codeField,
  dayField,
  field,
  nameField,
  optionalField,
  optionalText,
  plain,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';
import { FIRST } from './diary.ts';

export const READING_TITLE: Noun = { zh: '阅示', en: 'readings of diaries', one: 'reading', list: 'reading list' };

export const readingSheet = {
  code: codeField(['code', '阅示编号', 'reading code'], '1-Y1'),
  visit: field(['visit', '走访号', 'visit'], '1', false, readNumber, 'code'),
  entry: optionalField(field(['entry', '第几篇', 'entry'], '1', false, readCount, 'integer'), FIRST),
  read_by: nameField(['read_by', '阅示人', 'read by'], '敖志强'),
  post: optionalText(['post', '职务', 'post'], '镇党委书记'),
  read_on: dayField(['read_on', '阅示日期', 'read on'], '2023-06-05'),
  remark: optionalText(['remark', '批语', 'remark'], '请村里一周内回复'),
};

/** A leader's reading of one diary of a visit, with what was remarked on it (阅示). */
export type ReadingRow = RowOf<typeof readingSheet>;

function readNumber(text: string): string {
  const number = plain(text);
  if (/^\d{1,9}$/.test(number)) return String(Number(number));
  throw new BadValue({
    zh: '不是走访号（tiaochu visit list 可查）',
    en: 'is not the number of a visit (see visit list)',
  });
}

function readCount(text: string): number {
  const number = plain(text);
  if (/^[1-9]\d{0,3}$/.test(number)) return Number(number);
  throw new BadValue({ zh: '应为 1 以上的整数', en: 'must be a whole number of at least 1' });
}
