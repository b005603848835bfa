import { dayFromNumber, dayNumber } from '../kernel/day.ts';
import { remembered } from '../kernel/remembered.ts';
import type { DiaryFields } from './diary.ts';
import { COLUMNS, KEY, MODE_LIST, type Mode, NUMBERS, TEXTS, type Visit } from './visit.ts';

/** The columns that are not numbers, with the number that encodes each value. */
const CODES: Readonly<Partial<Record<keyof Visit, Code>>> = {
  visited_on: { toNumber: remembered(dayNumber), toValue: remembered(dayFromNumber) },
  mode: { toNumber: mode => MODE_LIST.indexOf(mode as Mode), toValue: index => MODE_LIST[index] ?? 'home' },
};

interface Code {
  toNumber(value: string): number;
  toValue(number: number): string;
}

const CODE_OF = NUMBERS.map(column => CODES[column]);
/** The numbers of a row; the last one is the line of the file on which it starts. */
const WIDTH = NUMBERS.length + 1;
const placeOf = (column: (typeof NUMBERS)[number]) => NUMBERS.indexOf(column);
const [HOUSEHOLD, DAY, MODE, PAIR] = KEY.map(placeOf) as [number, number, number, number];

/** Visits on their way to the ledger, packed so that they cross a thread cheaply. */
export interface Batch {
  rows: number;
  readonly numbers: Int32Array;
  readonly texts: string[];
  /** The fields of diaries by their rows: few have any. */
  readonly fields: Map<number, DiaryFields>;
}

export function emptyBatch(rows: number): Batch {
  return { rows: 0, numbers: new Int32Array(rows * WIDTH), texts: [], fields: new Map() };
}

/** Appends a visit and the line on which its row starts. */
export function pack(batch: Batch, visit: Visit, line: number): void {
  if (visit.fields) batch.fields.set(batch.rows, visit.fields);
  const at = batch.rows++ * WIDTH;
  for (let i = 0; i < NUMBERS.length; i++) {
    const value = visit[NUMBERS[i] as (typeof NUMBERS)[number]];
    batch.numbers[at + i] = CODE_OF[i]?.toNumber(value as string) ?? (value as number);
  }
  batch.numbers[at + NUMBERS.length] = line;
  for (const column of TEXTS) batch.texts.push(visit[column]);
}

/** A batch of one visit that comes from no file. */
export function batchOf(visit: Visit): Batch {
  const batch = emptyBatch(1);
  pack(batch, visit, 0);
  return batch;
}

/** Appends a row's values in the order of COLUMNS, the way a statement binds them. */
export function unpackInto(values: unknown[], { numbers, texts }: Batch, row: number): void {
  const at = row * WIDTH;
  for (let i = 0; i < NUMBERS.length; i++) {
    const number = numbers[at + i] as number;
    const code = CODE_OF[i];
    values.push(code ? code.toValue(number) : number);
  }
  for (let i = 0; i < TEXTS.length; i++) values.push(texts[row * TEXTS.length + i]);
}

/** One row as a visit, with its line. */
export function unpacked(batch: Batch, row: number): { readonly visit: Visit; readonly line: number } {
  const values: unknown[] = [];
  unpackInto(values, batch, row);
  const visit = Object.fromEntries(COLUMNS.map((column, i) => [column, values[i]])) as unknown as Visit;
  return {
    visit: { ...visit, fields: batch.fields.get(row) },
    line: batch.numbers[row * WIDTH + NUMBERS.length] as number,
  };
}

/** What a row's month and its pair are counted by. */
export function countedBy({ numbers }: Batch, row: number) {
  const at = row * WIDTH;
  const number = (place: number) => numbers[at + place] as number;
  return { household: number(HOUSEHOLD), day: number(DAY), mode: number(MODE), pair: number(PAIR) };
}

/**
 * A batch in order of households, so that the insert sweeps through the indexes instead of jumping about; rows of one
 * household keep the order of the file, so that a repeat comes second.
 */
export function sorted({ rows, numbers, texts, fields }: Batch): Batch {
  const order = new Float64Array(rows);
  for (let row = 0; row < rows; row++) order[row] = (numbers[row * WIDTH + HOUSEHOLD] as number) * rows + row;
  order.sort();
  const moved = new Int32Array(rows * WIDTH);
  const movedTexts: string[] = [];
  const movedFields: Batch['fields'] = new Map();
  for (const [place, key] of order.entries()) {
    const row = key % rows;
    moved.set(numbers.subarray(row * WIDTH, (row + 1) * WIDTH), place * WIDTH);
    for (let i = 0; i < TEXTS.length; i++) movedTexts.push(texts[row * TEXTS.length + i] as string);
    const own = fields.get(row);
    if (own) movedFields.set(place, own);
  }
  return { rows, numbers: moved, texts: movedTexts, fields: movedFields };
}
