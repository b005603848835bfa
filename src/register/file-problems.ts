import { yearIn } from '../intake/day-text.ts';
import type { Field } from '../intake/field.ts';
import { type Header, NO_HEADER } from '../intake/header.ts';
import { fieldsOf, type Problem } from '../intake/sheet.ts';
import type { OpenPoint } from '../intake/unanswered.ts';
import type { Text } from '../kernel/text.ts';
import { type ComplaintColumns, complaintsOf, type Rejection } from './complaint.ts';
import { FormHints } from './form-hints.ts';
import { ReasonCounts } from './reason-counts.ts';
import type { RejectedRows } from './rejected.ts';
import { countedReason, isOfPeople } from './repeated.ts';

/** The problems of a file that are shown, by their lines. */
const MOST_SHOWN = 20;

/** How messages call a file, and where it is. */
export interface FileNames {
  readonly name: string;
  readonly path: string;
}

/**
 * What is wrong with the rows of one file: the first problems are kept as text, all are counted by their reasons. The rows
 * themselves are not kept, since a file can have a million of them; where they are wanted they go to the rejected file.
 */
export class FileProblems {
  header: Header = NO_HEADER;
  /** How many rows have problems. */
  rows = 0;
  readonly reasons = new ReasonCounts();
  readonly #hints = new FormHints();
  readonly #file: string;
  readonly #columns: ComplaintColumns;
  /** The path of the file as it was given. */
  readonly path: string;
  /** Where its rows go, if they go anywhere. */
  readonly rejected: RejectedRows | undefined;
  readonly #fields: ReadonlyMap<string, Field<unknown>>;
  #first: { readonly line: number; readonly text: Text }[] = [];
  #count = 0;

  constructor(file: FileNames, columns: ComplaintColumns, rejected?: RejectedRows) {
    this.#file = file.name;
    this.path = file.path;
    this.#columns = columns;
    this.#fields = new Map(fieldsOf(columns.sheet).map(field => [field.key, field]));
    this.rejected = rejected;
  }

  begin(header: Header): void {
    this.header = header;
  }

  add(rejection: Rejection): void {
    const { line, problems } = rejection;
    this.rows++;
    this.#count += problems.length;
    for (const problem of problems) {
      this.reasons.add(problem.summary ?? this.#reasonOf(problem));
      this.#hints.add(problem);
    }
    this.rejected?.add(this.header, rejection, this.#fields);
    const last = this.#first[MOST_SHOWN - 1];
    if (last && last.line <= line) return;
    const texts = complaintsOf(this.#file, this.header, rejection, this.#columns);
    // Rows come nearly always in the order of the file.
    this.#first = [...this.#first, ...texts.map(text => ({ line, text }))]
      .sort((a, b) => a.line - b.line)
      .slice(0, MOST_SHOWN);
  }

  #reasonOf(problem: Problem): Text {
    const field = this.#fields.get(problem.column);
    return isOfPeople(field, this.#columns.personal ?? []) ? countedReason(problem) : problem.reason;
  }

  /** Whether there are more problems than those that are shown. */
  get isCut(): boolean {
    return this.#count > this.#first.length;
  }

  /** What could be said of the whole file, so that some of its problems are none. */
  get openPoint(): OpenPoint | undefined {
    return this.#hints.openPoint(this.header.year ?? yearIn([this.#file]));
  }

  /** The first problems, and how many more there are; `where` says where the others are. */
  first(where?: Text): Text[] {
    const texts = this.#first.map(({ text }) => text);
    return this.isCut ? [...texts, moreText(this.#count - texts.length, where)] : texts;
  }

  /** The same with the options of the import that would help with many of them. */
  details(where?: Text): Text[] {
    return [...this.first(where), ...this.#hints.texts(this.header, this.#columns.sheet)];
  }
}

/** The first of many remarks, and how many more there are. */
export function firstOf(texts: readonly Text[]): Text[] {
  const more = texts.length - MOST_SHOWN;
  return more > 0 ? [...texts.slice(0, MOST_SHOWN), moreText(more)] : [...texts];
}

function moreText(more: number, where: Text = { zh: '', en: '' }): Text {
  return { zh: `……另有 ${more} 处${where.zh}`, en: `… and ${more} more${where.en}` };
}
