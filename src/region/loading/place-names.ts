import type { Source } from '../../cli/source.ts';
import { BadValue, field, plain, textField } from '../../intake/field.ts';
import { AS_WRITTEN } from '../../intake/reading.ts';
import { fieldsOf, type RowOf, readSheet } from '../../intake/sheet.ts';
import { openTable } from '../../intake/table-file.ts';
import { Failure } from '../../kernel/failure.ts';

const placeSheet = {
  code: field(['code', '代码', 'code'], '1507', false, text => {
    const code = plain(text);
    if (/^\d{2}(\d{2}){0,2}$/.test(code)) return code;
    throw new BadValue({ zh: '应是 2 位、4 位或 6 位数字的行政区划代码', en: 'must be a code of 2, 4 or 6 digits' });
  }),
  name: textField(['name', '名称', 'name'], '呼伦贝尔市'),
};

/** Reads what leagues and the region are called. Throws a Failure where a row is wrong (exit 5). */
export async function placeNames({ name, bytes }: Source): Promise<RowOf<typeof placeSheet>[]> {
  const table = await openTable(bytes(), name, fieldsOf(placeSheet), AS_WRITTEN);
  const { entries } = readSheet(placeSheet, table, name);
  const wrong = entries.flatMap(({ line, problems }) => problems.map(problem => ({ line, ...problem })));
  if (wrong.length > 0)
    throw new Failure(
      'rejected',
      {
        zh: `${name} 有 ${wrong.length} 处不对，未写入任何名称`,
        en: `${name} has ${wrong.length} mistakes; no name was kept`,
      },
      { zh: '列名是 code,name', en: 'Its columns are code,name' },
      wrong.map(({ line, value, reason }) => ({
        zh: `${name}:${line}：「${value}」${reason.zh}`,
        en: `${name}:${line}: "${value}" ${reason.en}`,
      })),
    );
  return entries.flatMap(({ row }) => row ?? []);
}
