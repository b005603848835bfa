import { Failure } from '../kernel/failure.ts';
import { similar } from '../kernel/similar.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import type { Field } from './field.ts';
import {
  bare,
  type ColumnChoice,
  type Header,
  type HeaderMatch,
  matchHeader,
  type SetColumn,
  shown,
  undecorated,
  withSetColumns,
} from './header.ts';
import { isSecondLine, joinedNames } from './two-line-header.ts';
import { openColumn, Unanswered } from './unanswered.ts';

/** Titles, the office's name and remarks stand above a header, but no more lines than this. */
export const FARTHEST = 30;

/** Looks for the header among the first lines of a file. */
export interface HeaderSearch {
  /**
   * Looks at the next line; undefined while no line is a header, and at the header itself, whose second line may follow.
   * Throws a `rejected` Failure where it is hopeless.
   */
  take(names: readonly string[], line: number): FoundHeader | undefined;
  /** The header of a file that has ended. Throws where it has none. */
  end(): Header;
}

/** A header, and whether the line with which it was certain is its second one; otherwise that is the first row. */
interface FoundHeader {
  readonly header: Header;
  readonly isSecondLine: boolean;
}

/** Searches a file for the line with the columns of a sheet. */
export function headerSearch(fields: readonly Field<unknown>[], file: string, choice: ColumnChoice): HeaderSearch {
  const seen: HeaderMatch[] = [];
  const lines: (readonly string[])[] = [];
  let first: FirstLine | undefined;
  const fail = () => {
    throw headerFailure(fields, file, nearest(seen));
  };
  return {
    take(names, line) {
      if (first) {
        const joined = withSecondLine(fields, first, names, line, choice);
        return { header: joined ?? first.header, isSecondLine: joined !== undefined };
      }
      const [matches, set] = matchesUnder(fields, lines, names, line, choice);
      const match = matches.find(isHeader);
      if (match) {
        const isAlone = match.names === names;
        const above = isAlone ? lines.length : lines.length - 1;
        const header = withSetColumns({ ...match, above, set: [] }, set);
        if (!isAlone) return { header, isSecondLine: true };
        first = { header, set };
        return undefined;
      }
      seen.push(...matches);
      lines.push(names);
      return lines.length < FARTHEST ? undefined : fail();
    },
    end: () => first?.header ?? fail(),
  };
}

/** A line that is a header by itself, and what is said of all rows. */
interface FirstLine {
  readonly header: Header;
  readonly set: readonly SetColumn[];
}

/** The same header with its second line, where the line below it is one: 情况 and 时间 under 化解. */
function withSecondLine(
  fields: readonly Field<unknown>[],
  { header, set }: FirstLine,
  below: readonly string[],
  line: number,
  choice: ColumnChoice,
): Header | undefined {
  if (!isSecondLine(fields, header.names, below, choice)) return undefined;
  const names = joinedNames(fields, header.names, below, choice);
  const match = matchHeader(fields, names, line, { ...choice, set });
  return isHeader(match) ? withSetColumns({ ...match, above: header.above, set: [] }, set) : undefined;
}

/**
 * A line compared by itself, and as the second line of a header whose first is above it; where it is no header so, with what
 * the lines above it say of all rows. Returns what is said of all rows, too.
 */
function matchesUnder(
  fields: readonly Field<unknown>[],
  above: readonly (readonly string[])[],
  names: readonly string[],
  line: number,
  choice: ColumnChoice,
): readonly [readonly HeaderMatch[], readonly SetColumn[]] {
  const own = matchesOf(fields, above.at(-1), names, line, choice);
  if (own.some(isHeader)) return [own, choice.set];
  const said = saidAbove(fields, above.flat(), own[0]?.unknown ?? [], choice);
  if (said.length === 0) return [own, choice.set];
  const set = [...choice.set, ...said];
  return [matchesOf(fields, above.at(-1), names, line, { ...choice, set }), set];
}

/** The columns that the lines above a header say for all rows, unless the command line does. */
function saidAbove(
  fields: readonly Field<unknown>[],
  titles: readonly string[],
  free: readonly string[],
  { titles: read, set }: ColumnChoice,
): SetColumn[] {
  const lines = titles.filter(title => title.trim() !== '');
  if (!read || lines.length === 0) return [];
  return read(lines, free).flatMap(({ column, text, said }) => {
    const field = fields.find(({ key }) => key === column);
    const isFree = field && !set.some(({ key }) => key === column);
    return isFree ? [{ key: column, title: field.title, text, shown: untranslated(text), said, isAbove: true }] : [];
  });
}

/** A line compared by itself, and as the second line of a header whose first is above it. */
function matchesOf(
  fields: readonly Field<unknown>[],
  above: readonly string[] | undefined,
  names: readonly string[],
  line: number,
  choice: ColumnChoice,
): HeaderMatch[] {
  const alone = matchHeader(fields, names, line, choice);
  if (!above) return [alone];
  const joined = matchHeader(fields, joinedNames(fields, above, names, choice), line, choice);
  // 日期 alone may be that of a visit, under 登记 it is that of the registration.
  const isFirst =
    isHeader(alone) && isHeader(joined) && (known(joined) > known(alone) || isOther(above, joined, alone));
  return isFirst ? [joined, alone] : [alone, joined];
}

/** Whether a line above, which is no single title, gives the names below it another meaning. */
function isOther(above: readonly string[], joined: HeaderMatch, alone: HeaderMatch): boolean {
  const isTitle = above.filter(cell => cell.trim() !== '').length < 2;
  return !isTitle && known(joined) === known(alone) && fieldsAt(joined) !== fieldsAt(alone);
}

const fieldsAt = ({ at }: HeaderMatch) => Object.values(at).join();

const isHeader = ({ lacking, twice }: HeaderMatch) => lacking.length === 0 && twice.length === 0;

/** Whether one of the first lines is the header of these columns. */
export function hasHeader(
  fields: readonly Field<unknown>[],
  lines: readonly (readonly string[])[],
  choice: ColumnChoice,
): boolean {
  return firstMatches(fields, lines, choice).some(isHeader);
}

/** The header of these columns, if it ends with one of the first lines; a title above it may say what it lacks. */
export function headerAt(
  place: number,
  fields: readonly Field<unknown>[],
  lines: readonly (readonly string[])[],
  choice: ColumnChoice,
): HeaderMatch | undefined {
  return matchesUnder(fields, lines.slice(0, place), lines[place] ?? [], place + 1, choice)[0].find(isHeader);
}

/** How much the first lines are like the header of these columns: the most of them that a line has. */
export function likeness(
  fields: readonly Field<unknown>[],
  lines: readonly (readonly string[])[],
  choice: ColumnChoice,
): number {
  return Math.max(0, ...firstMatches(fields, lines, choice).filter(isLikely).map(known));
}

/** The only candidate that is most like a header, where it has at least so many of the columns. */
export function likeliest<T>(
  candidates: readonly T[],
  likenessOf: (candidate: T) => number,
  least: number,
): T | undefined {
  const likenesses = candidates.map(likenessOf);
  const most = Math.max(...likenesses);
  const [only, ...others] = candidates.filter((_, i) => likenesses[i] === most);
  return most >= least && others.length === 0 ? only : undefined;
}

function firstMatches(
  fields: readonly Field<unknown>[],
  lines: readonly (readonly string[])[],
  choice: ColumnChoice,
): HeaderMatch[] {
  return lines
    .slice(0, FARTHEST)
    .flatMap((names, i) => matchesUnder(fields, lines.slice(0, i), names, i + 1, choice)[0]);
}

/** The line that is most like a header: with most columns, and the first of those; where none is like one, the first with most cells. */
function nearest(seen: readonly HeaderMatch[]): HeaderMatch | undefined {
  const likely = seen.filter(isLikely);
  const most = Math.max(...likely.map(known));
  const widest = Math.max(...seen.map(filledIn));
  return likely.find(match => known(match) === most) ?? seen.find(match => filledIn(match) === widest);
}

const known = ({ at }: HeaderMatch) => Object.values(at).filter(place => place >= 0).length;

const filledIn = ({ names }: HeaderMatch) => names.filter(name => name.trim() !== '').length;

/** Whether a line is a header: several of its words are columns, or half of them are. A row of data has such a word by chance. */
function isLikely(match: HeaderMatch): boolean {
  return known(match) > 1 || (known(match) === 1 && known(match) * 2 >= filledIn(match));
}

function headerFailure(fields: readonly Field<unknown>[], file: string, match: HeaderMatch | undefined): Failure {
  const { line = 1, names = [] } = match ?? {};
  const why = match ? whyNot(match) : { zh: '没有表头', en: 'it has no header' };
  const read = readText(names, match);
  const failure = new Failure(
    'rejected',
    { zh: `${file}:${line}:${why.zh}（读到：${read.zh}）`, en: `${file}:${line}: ${why.en} (read: ${read.en})` },
    onlyLacking(match)?.ifLacking ?? {
      zh: `列名应有：${fields.map(f => f.title.zh).join(',')}；叫法不同的列用 --map 列=列名 指明，各行都一样的列用 --set 列名=值；模板命令生成空表`,
      en: `The columns are ${fields.map(f => f.key).join(',')}; --map name=column says which is which, --set column=value what is the same in all rows; the template command prints an empty file`,
    },
    match ? understoodColumns(match, fields) : [],
  );
  if (!match || !isLikely(match) || match.twice.length > 0) return failure;
  return new Unanswered(failure, {
    kind: 'columns',
    file,
    columns: match.lacking.map(openColumn),
    free: match.unknown,
  });
}

/** The one column that a header lacks. */
function onlyLacking(match: HeaderMatch | undefined): Field<unknown> | undefined {
  return match && match.lacking.length === 1 && match.twice.length === 0 && isLikely(match)
    ? match.lacking[0]
    : undefined;
}

function whyNot({ lacking, twice }: HeaderMatch): Text {
  const [first] = twice;
  if (first) return { zh: `表头里「${first.title.zh}」出现了两次`, en: `the header names ${first.key} twice` };
  return {
    zh: `表头缺少：${lacking.map(f => f.title.zh).join('、')}`,
    en: `the header lacks ${lacking.map(f => f.key).join(', ')}`,
  };
}

/** What the line holds: its words where it is a header, else only their number, since it may be about people. */
function readText(names: readonly string[], match: HeaderMatch | undefined): Text {
  if (names.length === 0) return { zh: '空行', en: 'an empty line' };
  const isHeader = match && (isLikely(match) || names.every(name => /^[a-z_]*$/.test(bare(name))));
  if (isHeader) return untranslated(names.map(shown).join(',').slice(0, 200));
  return { zh: `${names.length} 列，没有可识别的列名`, en: `${names.length} columns, none with a known name` };
}

/** What each column of a header was taken for, where some of it was understood. */
function understoodColumns(match: HeaderMatch, fields: readonly Field<unknown>[]): Text[] {
  if (!isLikely(match) || match.twice.length > 0) return [];
  return match.names.flatMap((name, place) => {
    if (name.trim() === '') return [];
    const field = fields.find(({ key }) => match.at[key] === place);
    const word = shown(name);
    if (field) return field.title.zh === word || field.key === word ? [] : [takenAs(word, field)];
    const [like] = similarColumns(undecorated(name), fields);
    const guess = fields.find(({ key, title }) => key === like || bare(title.zh) === like);
    return [
      guess
        ? {
            zh: `「${word}」无法识别，像是「${guess.title.zh}」`,
            en: `"${word}" is not known; ${guess.key} is similar`,
          }
        : { zh: `「${word}」无法识别`, en: `"${word}" is not known` },
    ];
  });
}

/** Short English words are near to each other by chance. */
const TOO_SHORT = /^[a-z_]{1,5}$/;

function similarColumns(word: string, fields: readonly Field<unknown>[]): string[] {
  if (TOO_SHORT.test(word)) return [];
  return similar(
    word,
    fields.flatMap(({ key, title }) => [key, bare(title.zh)]),
  );
}

function takenAs(word: string, field: Field<unknown>): Text {
  return { zh: `「${word}」是「${field.title.zh}」`, en: `"${word}" is ${field.key}` };
}
