import type { Header } from '../intake/header.ts';
import { fieldsOf, type Problem } from '../intake/sheet.ts';
import { isPersonal, knownWords } from '../kernel/hiding.ts';
import type { Text } from '../kernel/text.ts';
import { hiddenReason, isOfPeople, repeated } from './repeated.ts';

/** A row of a file with what is wrong with it: its line and its fields as they were. */
export interface Rejection {
  readonly line: number;
  readonly fields: readonly string[];
  readonly problems: readonly Problem[];
}

/** The columns of a file, and those of them that hold personal data although their kind does not say so. */
export interface ComplaintColumns {
  readonly sheet: object;
  readonly personal?: readonly string[] | undefined;
}

const MOST_CHARACTERS = 40;

/** One line per problem: file:line:column: what it holds, unless that is personal, and what is wrong with it. */
export function complaintsOf(
  file: string,
  header: Header,
  { line, fields: cells, problems }: Rejection,
  { sheet, personal = [] }: ComplaintColumns,
): Text[] {
  const fields = fieldsOf(sheet);
  const own = fields.filter(({ key, kind }) => isPersonal(kind) || personal.includes(key));
  const known = knownWords(own.map(({ key }) => cells[header.at[key] ?? -1]));
  return problems.map(({ column, value, reason }) => {
    const field = fields.find(({ key }) => key === column);
    const place = (own = column) => `${file}:${line}${column && `:${header.names[header.at[column] ?? -1] ?? own}`}`;
    const hidden = repeated(value, field, personal, known);
    const shown = hidden.length > MOST_CHARACTERS ? `${hidden.slice(0, MOST_CHARACTERS)}…` : hidden;
    const { zh, en } = isOfPeople(field, personal) ? hiddenReason(reason, value) : reason;
    // A complaint about a row as a whole is about no value.
    if (column === '') return { zh: `${place()}：${zh}`, en: `${place()}: ${en}` };
    // A word of a closed list reads in its language.
    const word = field?.words?.[value]?.zh ?? shown;
    return { zh: `${place(field?.title.zh)}：「${word}」${zh}`, en: `${place()}: "${shown}" ${en}` };
  });
}
