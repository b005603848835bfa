import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { columnName, type Header, type Problem, REJECT_COLUMN } from '../intake/sheet.ts';
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
      return { zh: `${place}:「${shown}」${reason.zh}`, en: `${place}: "${shown}" ${reason.en}` };
    }),
  );
}

/**
 * Writes the rejected rows, unchanged plus a reason column, ready to mend and import again. They are on disk before the
 * ledger commits; the returned function puts the finished file in its place afterwards.
 */
export function writeRejected(path: string, header: Header, rejections: readonly Rejection[], lang: Lang): () => void {
  const temporary = `${path}.tmp`;
  const reasonless = header.names.map((name, i) => ({ name, i })).filter(({ name }) => !isReason(name));
  const lines = rejections.map(({ fields, problems }) =>
    csvLine([
      ...reasonless.map(({ i }) => fields[i] ?? ''),
      problems.map(p => `${columnName(header, p.column)}: ${p.reason[lang]}`).join('; '),
    ]),
  );
  try {
    writeFileSync(temporary, BOM + csvLine([...reasonless.map(r => r.name), REJECT_COLUMN[lang]]) + lines.join(''), {
      mode: 0o600,
    });
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Failure(
      'usage',
      { zh: `写不了退回文件 ${path}`, en: `Cannot write the rejected rows to ${path}` },
      {
        zh: `请用 --rejected 另指一个文件(${(error as NodeJS.ErrnoException).code})`,
        en: `Name another file with --rejected (${(error as NodeJS.ErrnoException).code})`,
      },
    );
  }
  return () => renameSync(temporary, path);
}

function isReason(name: string): boolean {
  const word = name.trim().toLowerCase();
  return word === REJECT_COLUMN.zh || word === REJECT_COLUMN.en;
}
