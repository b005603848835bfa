import { Failure } from '../kernel/failure.ts';
import type { Field } from './field.ts';
import type { Header, TitleReader } from './header.ts';

/**
 * Where a title above the header says whose rows they are, looks for another title among them: a file may have the list of
 * the next village below. Its rows must not be registered at the first one, so that the file is refused. Undefined where
 * there is no title, so that other files cost nothing.
 */
export function otherTitleCheck(
  header: Header,
  above: readonly string[],
  fields: readonly Field<unknown>[],
  titles: TitleReader | undefined,
  file: string,
): ((row: readonly string[], line: number) => void) | undefined {
  const said = header.set.find(({ isAbove }) => isAbove);
  if (!titles || !said) return undefined;
  const required = fields.filter(({ key, optional }) => !optional && isOwn(header, key)).length;
  return (row, line) => {
    const cells = row.filter(cell => cell.trim() !== '');
    // Whatever fills as many cells as a row needs is one.
    if (cells.length >= Math.max(required, 2)) return;
    const titled = titles([...above.filter(cell => cell.trim() !== ''), ...cells], []);
    if (titled.some(({ column, text }) => column === said.key && text === said.text)) return;
    throw new Failure(
      'rejected',
      {
        zh: `${file}:${line}：这里又有一个标题，写的是另一个单位，而${said.said.zh}`,
        en: `${file}:${line}: here is a title of another unit, but ${said.said.en}`,
      },
      {
        zh: '一张表只能是一个单位的：请分成几个文件（或几张工作表）再导入，或加一列写明各行的单位',
        en: 'A table is of one unit: make it several files or sheets, or add a column that says the unit of each row',
      },
    );
  };
}

const isOwn = ({ at, names }: Header, key: string) => (at[key] ?? -1) >= 0 && (at[key] ?? -1) < names.length;
