/** A column in the order in which a table keeps its values. */
export interface KeptColumn {
  readonly type: string;
  readonly isRequired: boolean;
  /** Whether it is the number of the row, which is not kept a second time. */
  readonly isNumber: boolean;
}

/** Whether a record, by the kinds of its values as SQLite numbers them, can be one of a table; later columns may be missing. */
export function canBeOf(kinds: readonly number[], columns: readonly KeptColumn[]): boolean {
  return kinds.length <= columns.length && kinds.every((kind, i) => isOfColumn(kind, columns[i] as KeptColumn));
}

function isOfColumn(kind: number, { type, isRequired, isNumber }: KeptColumn): boolean {
  if (isNumber) return kind === 0;
  if (kind === 0) return !isRequired;
  if (type === 'text') return kind >= 13 && kind % 2 === 1;
  if (type === 'blob') return kind >= 12 && kind % 2 === 0;
  const isWhole = kind <= 6 || kind === 8 || kind === 9;
  return isWhole || (type !== 'integer' && (type === 'real' ? kind === 7 : true));
}
