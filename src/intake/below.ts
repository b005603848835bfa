import type { Text } from '../kernel/text.ts';
import { bare, type Header } from './header.ts';

/** A line that is no row of the table: a sum, a remark or signatures below the data, the header of a further page. */
export interface SkippedLine {
  readonly line: number;
  readonly what: Text;
}

export const A_SUM: Text = { zh: '合计', en: 'a sum' };

/** The words with which such lines begin in the lists of offices. */
const BEGINNINGS: readonly (readonly [words: RegExp, what: Text])[] = [
  [/^(?:合计|总计|小计|共计|累计|本页小计|total)/, A_SUM],
  [/^(?:备注|说明|注|填表说明|note)/, { zh: '备注', en: 'a remark' }],
  [
    /^(?:(?:填表|填报|制表|审核|审批|复核|统计|报送|填写)(?:人|员|单位|日期|时间)?|(?:单位|主要|分管)?(?:负责人|领导)|村?(?:书记|主任)|\(?(?:签字|签名|盖章|公章)\)?)(?:$|[:( ]|签)/,
    { zh: '签名', en: 'signatures' },
  ],
  [/^以下空白/, { zh: '以下空白', en: '"blank below"' }],
];

/** What stands alone in the first cell of a sum, and is no value of any column. */
const SUM = /^(?:合计|总计|小计|共计|累计|本页[小合]计|total):?$/;

/** Whether a line is a sum although its cells could be read as a row: 合计 in the column of a number that is ignored, 3户 as a name. */
export function isSum(fields: readonly string[]): boolean {
  return SUM.test(bare(fields.find(field => field.trim() !== '') ?? ''));
}

/** More cells than this are a row, whatever it begins with. */
const MOST_CELLS = 6;

/**
 * What a line below the header is, if it is no row: asked only of lines that cannot be read as rows. It begins with the
 * word of such a line and fills few cells, or it repeats the header.
 */
export function notARow({ names, at }: Header, fields: readonly string[]): Text | undefined {
  if (isSum(fields)) return A_SUM;
  if (names.every((name, i) => bare(name) === bare(fields[i] ?? ''))) return { zh: '表头', en: 'the header again' };
  const filled = fields.slice(0, names.length).filter(field => field.trim() !== '');
  if (filled.length > MOST_CELLS || filled.length >= Object.values(at).filter(place => place >= 0).length)
    return undefined;
  const first = bare(filled[0] ?? '');
  return BEGINNINGS.find(([words]) => words.test(first))?.[1];
}
