import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { columnName, type Header, isRejectColumn, type Problem, REJECT_COLUMN } from '../intake/sheet.ts';
import { Failure } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { BOM, csvLine } from '../output/csv.ts';

/** A row of a file that cannot be taken: its line, its fields as they were, and why. */
export interface Rejection {
  readonly line: number;
  readonly fields: readonly string[];
  readonly problems: readonly Problem[];
}

const MOST_SHOWN = 40;

/** One line per problem: file:line:column: what it holds, and why that cannot stay. */
export function complaints(file: string, header: Header, rejections: readonly Rejection[]): Text[] {
  return rejections.flatMap(({ line, problems }) =>
    problems.map(({ column, value, reason }) => {
      const place = `${file}:${line}${column && `:${columnName(header, column)}`}`;
      const shown = value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
      return { zh: `${place}：「${shown}」${reason.zh}`, en: `${place}: "${shown}" ${reason.en}` };
    }),
  );
}

/**
 * Writes the rejected rows, unchanged plus a reason column, ready to mend and import again; a row with more cells than
 * the header keeps them behind the reason. Runs after the commit: the rows are still in the original file if it fails.
 */
export function writeRejected(path: string, header: Header, rejections: readonly Rejection[], lang: Lang): void {
  const temporary = `${path}.tmp`;
  const reasonless = header.names.map((name, i) => ({ name, i })).filter(({ name }) => !isRejectColumn(name));
  const lines = rejections.map(({ fields, problems }) =>
    csvLine([
      ...reasonless.map(({ i }) => fields[i] ?? ''),
      problems.map(p => `${p.column && `${columnName(header, p.column)}: `}${p.reason[lang]}`).join('; '),
      ...fields.slice(header.names.length),
    ]),
  );
  const first = BOM + csvLine([...reasonless.map(r => r.name), REJECT_COLUMN[lang]]);
  try {
    writeFileSync(temporary, first + lines.join(''), { mode: 0o600 });
    keepEarlier(path);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(
      'usage',
      {
        zh: `好的行已经导入，但退回的行写不进 ${path}（${code}）`,
        en: `The good rows were imported, but the rejected ones cannot be written to ${path} (${code})`,
      },
      {
        zh: '再导入一次并用 --rejected 另指一个文件：已有的行不会重复',
        en: 'Import again with --rejected and another file: rows already there are not added twice',
      },
    );
  }
}

/** A rejected file from before may have been mended meanwhile: it is kept under the next free number. */
function keepEarlier(path: string): void {
  if (!existsSync(path)) return;
  let number = 1;
  while (existsSync(`${path}.${number}`)) number++;
  renameSync(path, `${path}.${number}`);
}

/** Says where the rejected rows went. */
export function rejectedNote(count: number, path: string): Text {
  return {
    zh: `退回的 ${count} 行已写入 ${path}，改好后可再导入`,
    en: `Rejected rows (${count}) are in ${path}; mend them and import that file`,
  };
}
