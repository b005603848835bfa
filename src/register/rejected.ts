import { existsSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { checkWritable, unwritable } from '../cli/targets.ts';
import { writeFile } from '../disk/file.ts';
import { openSpool, type Spool } from '../disk/spool.ts';
import type { Field } from '../intake/field.ts';
import { columnName, type Header, isRejectColumn, REJECT_COLUMN, widthOf } from '../intake/header.ts';
import { Failure, misuse } from '../kernel/failure.ts';
import { fileReason } from '../kernel/file-error.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { BOM, csvLine, keptAsText } from '../output/csv.ts';
import { textWorkbook } from '../output/xlsx/text-workbook.ts';
import type { Rejection } from './complaint.ts';

/** Where rejected rows go: `--rejected FILE`, else beside the file and of its kind; standard input is not in a folder. */
export function rejectedPath(file: string, named: string | undefined): string {
  if (named !== undefined) return named;
  if (file === '-')
    misuse({
      zh: '从标准输入导入并使用 --skip-bad 时，须用 --rejected 文件 指定退回的行写入的文件',
      en: 'With standard input, --skip-bad needs --rejected FILE for the rejected rows',
    });
  const beside = rejectedBeside(file);
  checkWritable(beside);
  return beside;
}

/** The name of the rejected file beside a file. */
export function rejectedBeside(file: string): string {
  if (file === '-') return 'rejected.csv';
  const [ending = '.csv'] = /\.(?:csv|xlsx)$/i.exec(file) ?? [];
  return `${file.replace(/\.(?:csv|xlsx)$/i, '')}.rejected${ending.toLowerCase()}`;
}

/**
 * The rejected rows of a file, unchanged plus a reason column, ready to be corrected and imported again; a row with more
 * cells than the header keeps them behind the reason. They wait on the disk beside the file that they are meant for.
 */
export class RejectedRows {
  readonly path: string;
  readonly #lang: Lang;
  #header: readonly string[] = [];
  #kept: readonly number[] = [];
  #spool: Spool | undefined;

  constructor(path: string, lang: Lang) {
    this.path = path;
    this.#lang = lang;
  }

  add(header: Header, { line, fields, problems }: Rejection, columns: ReadonlyMap<string, Field<unknown>>): void {
    const cells = this.#cellsOf(header);
    const row = [
      ...cells.map(i => fields[i] ?? ''),
      reasonsIn(header, problems, this.#lang, columns),
      ...fields.slice(widthOf(header)),
    ];
    try {
      this.#spool ??= openSpool(folderFor(this.path));
      this.#spool.add(line, JSON.stringify(row));
    } catch (error) {
      throw unwritable(error, this.path);
    }
  }

  /** What was said once for all rows, above the header or by an option, becomes columns: the file is read without that. */
  #cellsOf({ names, at, set }: Header): readonly number[] {
    if (this.#header.length > 0) return this.#kept;
    const own = names.flatMap((name, i) => (isRejectColumn(name) ? [] : [[i, name] as const]));
    const said = set.flatMap(({ key, title }) => {
      const place = at[key] ?? -1;
      return place >= names.length ? [[place, this.#lang === 'zh' ? title.zh : key] as const] : [];
    });
    const columns = [...own, ...said];
    this.#kept = columns.map(([place]) => place);
    this.#header = [...columns.map(([, name]) => name), REJECT_COLUMN[this.#lang]];
    return this.#kept;
  }

  /** Puts the file in its place, if there are any rows. If that fails, the rows are still in the file that was read. */
  async write(isImported: boolean): Promise<void> {
    if (!this.#spool) return;
    const { path } = this;
    try {
      const isWorkbook = /\.xlsx$/i.test(path);
      const pieces = isWorkbook ? textWorkbook(this.#rows(), this.#lang) : csvLines(this.#rows());
      writeFile(path, pieces, () => keepEarlier(path));
    } catch (error) {
      throw isImported ? importedOnly(error, path) : unwritable(error, path);
    } finally {
      this.close();
    }
  }

  close(): void {
    this.#spool?.close();
    this.#spool = undefined;
  }

  *#rows(): Generator<string[]> {
    yield [...this.#header];
    for (const text of this.#spool?.texts() ?? []) yield JSON.parse(text) as string[];
  }
}

/** Where rows wait: in the folder that has to have room for them, unless the file is a device or a pipe. */
function folderFor(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false ? tmpdir() : dirname(path);
}

function reasonsIn(
  header: Header,
  problems: Rejection['problems'],
  lang: Lang,
  columns: ReadonlyMap<string, Field<unknown>>,
): string {
  // A column that the file does not have is called by its title.
  const nameOf = (key: string) => {
    const isThere = header.names[header.at[key] ?? -1] !== undefined;
    return isThere || lang === 'en' ? columnName(header, key) : (columns.get(key)?.title.zh ?? key);
  };
  const [colon, semicolon] = lang === 'zh' ? ['：', '；'] : [': ', '; '];
  return problems
    .map(({ column, reason }) => `${column && `${nameOf(column)}${colon}`}${reason[lang]}`)
    .join(semicolon);
}

function importedOnly(error: unknown, path: string): unknown {
  const reason = fileReason(error);
  if (!reason) return error;
  return new Failure(
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

/** The file is corrected in a spreadsheet: what that would change is kept as text. */
function* csvLines(rows: Iterable<readonly string[]>): Generator<string> {
  yield BOM;
  for (const row of rows) yield csvLine(row.map(keptAsText));
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
