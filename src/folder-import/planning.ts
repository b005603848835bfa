import { basename } from 'node:path';
import type { Context } from '../cli/command.ts';
import type { Source } from '../cli/source.ts';
import { FARTHEST } from '../intake/header-search.ts';
import type { ReadingChoice } from '../intake/reading.ts';
import { tablesIn, type UnknownTable } from '../intake/table-preview.ts';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { FileKind } from '../register/file-kind.ts';
import { kindsOf, likeliestKind } from './kind-rules.ts';
import { allNeeds, importOrder, type Needs } from './order-rules.ts';

/** A table that is to be imported. */
export interface PlannedFile {
  readonly path: string;
  readonly source: Source;
  readonly sheet: string | undefined;
  readonly kind: FileKind;
  /** The kinds of records that it names and that are imported with it. */
  readonly names: readonly FileKind[];
  /** The same, with those that these name in turn. */
  readonly after: readonly FileKind[];
  countRows(): number;
}

/** A file or a sheet that is not imported, and why. */
export interface LeftFile {
  readonly name: string;
  readonly sheet: string | undefined;
  readonly why: Text;
  /** Whether it is a table, so that somebody may have meant it to be imported. */
  readonly isTable: boolean;
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly left: readonly LeftFile[];
}

/** What can be imported, and what comes before what. */
export interface Kinds {
  readonly kinds: readonly FileKind[];
  /** The nouns of all kinds of records, those that others are likely to name first. */
  readonly nouns: readonly string[];
  readonly needs: Needs;
}

type KnownFile = Omit<PlannedFile, 'names' | 'after'>;
type Found = KnownFile | LeftFile;

/** Finds out what files hold, and in which order they are imported. */
export async function importPlan(
  context: Context,
  paths: readonly string[],
  { kinds, nouns, needs }: Kinds,
  choice: ReadingChoice,
): Promise<ImportPlan> {
  const found: Found[] = [];
  for (const path of paths) found.push(...(await tablesOf(path, sourceOf(context, path, paths), kinds, choice)));
  const order = importOrder(nouns, needs);
  const files = found.filter(isPlanned).sort((a, b) => order.indexOf(a.kind.noun) - order.indexOf(b.kind.noun));
  const present = kinds.filter(kind => files.some(file => file.kind === kind));
  const among = (needed: ReadonlySet<string> | undefined) => present.filter(({ noun }) => needed?.has(noun));
  const named = ({ noun }: FileKind) => ({ names: among(needs.get(noun)), after: among(allNeeds(noun, needs)) });
  return {
    files: files.map(file => ({ ...file, ...named(file.kind) })),
    left: found.filter(file => !isPlanned(file)) as LeftFile[],
  };
}

/** A file is called by its name, or by its path where files of several folders have that name. */
function sourceOf(context: Context, path: string, paths: readonly string[]): Source {
  const source = context.source(path);
  const isOnly = paths.filter(other => basename(other) === basename(path)).length === 1;
  return isOnly ? source : { ...source, name: path };
}

const isPlanned = (file: Found): file is KnownFile => 'kind' in file;

/** Files that are read; others in a folder are not looked at. */
const TABLES = /\.(?:csv|tsv|txt|xlsx)$/i;
const OLD_WORKBOOKS = /\.(?:xls|et|ods|xlsm|xlsb)$/i;
const REJECTED = /\.rejected\.(?:csv|xlsx)(?:\.\d+)?$/i;

async function tablesOf(
  path: string,
  source: Source,
  kinds: readonly FileKind[],
  choice: ReadingChoice,
): Promise<Found[]> {
  const { name } = source;
  const left = (why: Text, isTable: boolean, sheet?: string): LeftFile => ({ name, sheet, why, isTable });
  if (REJECTED.test(name)) return [left(IS_REJECTED, false)];
  if (OLD_WORKBOOKS.test(name)) return [left(IS_OLD, true)];
  if (path !== '-' && !TABLES.test(name)) return [left(NO_TABLE, false)];
  try {
    const tables = await tablesIn(source.bytes(), name, FARTHEST, choice.encoding);
    return tables.map(table => found(table, { path, source }, kinds, choice));
  } catch (error) {
    if (error instanceof Failure) return [left(error.text, true)];
    throw error;
  }
}

function found(
  { sheet, lines, countLines }: UnknownTable,
  file: Pick<PlannedFile, 'path' | 'source'>,
  kinds: readonly FileKind[],
  choice: ReadingChoice,
): Found {
  const { name } = file.source;
  const guess = kindsOf(lines, `${name} ${sheet ?? ''}`, kinds, choice);
  const [kind] = guess.kinds;
  if (kind && guess.kinds.length === 1)
    return { ...file, sheet, kind, countRows: () => Math.max(0, countLines() - guess.headerLines) };
  if (kind) return { name, sheet, why: several(guess.kinds), isTable: true };
  const like = likeliestKind(lines, kinds, choice);
  const uncoded = kindsOf(lines, name, kinds.map(withoutCodes), choice).kinds;
  const isUncoded = uncoded.some(({ noun }) => like === undefined || noun === like.noun);
  return { name, sheet, why: isUncoded ? NO_CODES : like ? lacking(like, name) : NO_KIND, isTable: true };
}

/** A kind of file as it may be where its rows are numbered. */
export function withoutCodes(kind: FileKind): FileKind {
  return { ...kind, columns: kind.uncoded ?? kind.columns };
}

function lacking({ title, noun, area = noun }: FileKind, file: string): Text {
  return {
    zh: `像是${title.zh}，还缺列：tiaochu ${area} import ${file} --dry-run 说明缺哪几列、怎样指明`,
    en: `it looks like ${title.en} and lacks columns: tiaochu ${area} import ${file} --dry-run says which, and what to do`,
  };
}

const IS_REJECTED: Text = {
  zh: '退回文件：改正后单独导入',
  en: 'a rejected file: correct it, then import it by itself',
};
const IS_OLD: Text = { zh: '请另存为 xlsx 或 CSV', en: 'save it as xlsx or CSV' };
const NO_TABLE: Text = { zh: '不是表格文件', en: 'not a table' };
const NO_CODES: Text = { zh: '没有编号列：加 --number 由程序编号', en: 'it has no codes: --number gives them' };
const NO_KIND: Text = { zh: '表头不是任何一种可导入的表', en: 'its header is that of no kind of file' };

const several = (kinds: readonly FileKind[]): Text => ({
  zh: `可能是${kinds.map(({ title }) => title.zh).join('、')}：请在文件名里写明，或用各自的导入命令`,
  en: `may be ${kinds.map(({ title }) => title.en).join(', ')}: say so in its name, or use the import command of one`,
});
