import { isMasked, MASKED_TEXT } from '../kernel/masked.ts';
import type { Text } from '../kernel/text.ts';

/** What a cell shows whose formula has no value in the file. */
export const NO_RESULT = '#FORMULA!';

/** What spreadsheets show in the place of a value. */
const ERRORS = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FORMULA!|#+)$/i;

const IS_ERROR: Text = {
  zh: '是表格软件的出错标记，不是内容：请改正公式，或直接填写内容',
  en: 'is an error of the spreadsheet and no value: correct the formula or write the value',
};
const HAS_NO_RESULT: Text = {
  zh: '是没有存下结果的公式：请用 Excel 或 WPS 打开文件、保存后再导入',
  en: 'is a formula without a stored result: open the file in Excel or WPS, save it, then import it',
};

/** Why a cell holds no value of any column: it shows an error, or its formula was never calculated. */
export function errorIn(cell: string): Text | undefined {
  if (cell[0] !== '#' || !ERRORS.test(cell.trim())) return undefined;
  return cell.trim() === NO_RESULT ? HAS_NO_RESULT : IS_ERROR;
}

/** The same of a text, which may also have been masked for display. */
export function spoiled(text: string): Text | undefined {
  return isMasked(text) ? MASKED_TEXT : errorIn(text);
}
