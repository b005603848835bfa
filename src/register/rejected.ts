import { existsSync, renameSync, statSync } from 'node:fs';
import { checkWritable } from '../cli/targets.ts';
import type { Field } from '../intake/field.ts';
import { columnName, type Header, isRejectColumn, REJECT_COLUMN } from '../intake/header.ts';
import { fieldsOf, type Problem } from '../intake/sheet.ts';
import { Failure, misuse } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import { hiddenIn, isPersonal, knownWords, MASKS } from '../kernel/hiding.ts';
import { maskName } from '../kernel/mask.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { BOM, csvLine } from '../output/csv.ts';
import { writeFile } from '../output/file.ts';
import { textWorkbook } from '../output/workbook.ts';

/** A row of a file that cannot be imported: its line, its fields as they were, and why. */
export interface Rejection {
  readonly line: number;
  readonly fields: readonly string[];
  readonly problems: readonly Problem[];
}

const MOST_SHOWN = 40;

/** One line per problem: file:line:column: what it holds, unless that is personal, and what is wrong with it. */
export function complaints(
  file: string,
  header: Header,
  rejections: readonly Rejection[],
  sheet: object,
  personal: readonly string[] = [],
): Text[] {
  const fields = fieldsOf(sheet);
  return rejections.flatMap(({ line, fields: cells, problems }) => {
    const own = fields.filter(({ key, kind }) => isPersonal(kind) || personal.includes(key));
    const known = knownWords(own.map(({ key }) => cells[header.at[key] ?? -1]));
    return problems.map(({ column, value, reason }) => {
      const place = `${file}:${line}${column && `:${columnName(header, column)}`}`;
      const hidden = shownValue(
        value,
        fields.find(({ key }) => key === column),
        personal,
        known,
      );
      const shown = hidden.length > MOST_SHOWN ? `${hidden.slice(0, MOST_SHOWN)}…` : hidden;
      return { zh: `${place}：「${shown}」${reason.zh}`, en: `${place}: "${shown}" ${reason.en}` };
    });
  });
}

/** What a message repeats of a value: personal data masked, in a text the people of its row and numbers like theirs hidden. */
function shownValue(
  value: string,
  field: Field<unknown> | undefined,
  personal: readonly string[],
  known: readonly string[],
): string {
  const kind = field?.kind ?? 'text';
  if (isPersonal(kind)) return MASKS[kind](value);
  if (field && personal.includes(field.key)) return maskName(value);
  return kind === 'text' || kind === 'word' ? hiddenIn(value, known) : value;
}

/** Where rejected rows go: `--rejected FILE`, else beside the file and of its kind; standard input is not in a folder. */
export function rejectedPath(file: string, named: string | undefined): string {
  if (named !== undefined) return named;
  if (file === '-')
    misuse({
      zh: '从标准输入导入并使用 --skip-bad 时，须用 --rejected 文件 指定退回的行写入的文件',
      en: 'With standard input, --skip-bad needs --rejected FILE for the rejected rows',
    });
  const [ending = '.csv'] = /\.(?:csv|xlsx)$/i.exec(file) ?? [];
  const beside = `${file.replace(/\.(?:csv|xlsx)$/i, '')}.rejected${ending.toLowerCase()}`;
  checkWritable(beside);
  return beside;
}

/**
 * Writes the rejected rows, unchanged plus a reason column, ready to be corrected and imported again; a row with more
 * cells than the header keeps them behind the reason. Runs after the commit: if it fails, the rows are still in the file.
 */
export async function writeRejected(
  path: string,
  header: Header,
  rejections: readonly Rejection[],
  lang: Lang,
): Promise<void> {
  const rows = rejectedRows(header, rejections, lang);
  try {
    writeFile(path, /\.xlsx$/i.test(path) ? [await textWorkbook([...rows])] : csvLines(rows), () => keepEarlier(path));
  } catch (error) {
    const reason = fileReason(error);
    if (!reason) throw error;
    throw new Failure(
      'usage',
      {
        zh: `合格的行已导入，但退回的行无法写入 ${path}：${reason.zh}`,
        en: `The valid rows were imported, but the rejected ones cannot be written to ${path}: ${reason.en}`,
      },
      {
        zh: '请重新导入并用 --rejected 另指一个文件：已有的行不会重复',
        en: 'Import again with --rejected and another file: rows already there are not added twice',
      },
    );
  }
}

function* rejectedRows(header: Header, rejections: readonly Rejection[], lang: Lang): Generator<string[]> {
  const kept = header.names.map((name, i) => ({ name, i })).filter(({ name }) => !isRejectColumn(name));
  yield [...kept.map(({ name }) => name), REJECT_COLUMN[lang]];
  const [colon, semicolon] = lang === 'zh' ? ['：', '；'] : [': ', '; '];
  for (const { fields, problems } of rejections) {
    const reasons = problems.map(p => `${p.column && `${columnName(header, p.column)}${colon}`}${p.reason[lang]}`);
    const cells = kept.map(({ i }) => fields[i] ?? '');
    yield [...cells, reasons.join(semicolon), ...fields.slice(header.names.length)];
  }
}

/** The file is corrected in a spreadsheet: codes with more digits than it keeps go behind a tab, which makes them text. */
function* csvLines(rows: Iterable<readonly string[]>): Generator<string> {
  yield BOM;
  for (const row of rows) yield csvLine(row.map(cell => (/^\d{16,}$/.test(cell) ? `\t${cell}` : cell)));
}

/** A rejected file from before may have been corrected meanwhile: it is kept under the next free number. */
function keepEarlier(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return;
  let number = 1;
  while (existsSync(`${path}.${number}`)) number++;
  renameSync(path, `${path}.${number}`);
}

export function rejectedNote(count: number, path: string): Text {
  return {
    zh: `退回的 ${count} 行已写入 ${path}，改正后可再导入`,
    en: `Rejected rows (${count}) are in ${path}; correct them and import that file`,
  };
}
