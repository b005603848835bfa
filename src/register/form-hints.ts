import { NO_YEAR, ONLY_MONTH } from '../intake/day-reasons.ts';
import type { Field } from '../intake/field.ts';
import { columnName, type Header } from '../intake/header.ts';
import type { Problem } from '../intake/sheet.ts';
import type { OpenPoint } from '../intake/unanswered.ts';
import { counted, type Text } from '../kernel/text.ts';

/** Counts what an option would help with, problem by problem: a year for days without one, values of merged cells. */
export class FormHints {
  #yearless = 0;
  #dayless = 0;
  /** How many cells of each column are wrongly empty. */
  readonly #empty = new Map<string, number>();

  add({ column, value, reason }: Problem): void {
    // Compared by its words: a reader in another thread sends a copy.
    if (reason.zh === NO_YEAR.zh) this.#yearless++;
    if (reason.zh === ONLY_MONTH.zh) this.#dayless++;
    if (column !== '' && value.trim() === '') this.#empty.set(column, (this.#empty.get(column) ?? 0) + 1);
  }

  /** The first of them that is a single answer for the whole file. */
  openPoint(likely: number | undefined): OpenPoint | undefined {
    if (this.#yearless > 0) return { kind: 'year', cells: this.#yearless, likely };
    return this.#dayless > 0 ? { kind: 'day', cells: this.#dayless } : undefined;
  }

  /** The options that would help. */
  texts(header: Header, sheet: object): Text[] {
    const hints: Text[] = [];
    if (this.#yearless > 0)
      hints.push({
        zh: `${this.#yearless} 处日期没有年份：用 --year 指定全文件的年份，如 --year 2023`,
        en: `${counted(this.#yearless, 'day')} without a year: --year 2023 says which`,
      });
    if (this.#dayless > 0)
      hints.push({
        zh: `${this.#dayless} 处日期只写到月：补上日；都按同一日导入的，用 --day 指定，如 --day 1`,
        en: `${counted(this.#dayless, 'date')} with only a month: write the day, or take the same one for all, like --day 1`,
      });
    for (const [column, cells] of this.#empty) {
      if ((header.at[column] ?? -1) < 0) continue;
      const { ifLacking } = (sheet as Readonly<Record<string, Field<unknown>>>)[column] ?? {};
      if (ifLacking) {
        hints.push(ifLacking);
        continue;
      }
      const name = columnName(header, column);
      hints.push({
        zh: `「${name}」有 ${cells} 处空格子，像是合并单元格：用 --fill-down ${name} 取上一行的值`,
        en: `${name} is empty in ${counted(cells, 'row')}, as merged cells are: --fill-down ${name} takes the value above`,
      });
    }
    return hints;
  }
}
