import { readFileSync } from 'node:fs';

/** The text of a CSV file that lies beside the code, built or not. */
export function dataFile(name: `${string}.csv`): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
}

/** The rows of such a file by the names of its columns. The demo's own files have no quoted cells. */
export function dataRows<C extends string>(text: string): Readonly<Record<C, string>>[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter(line => line !== '');
  const columns = header.split(',');
  return lines.map(line => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as Record<C, string>;
  });
}

/** The texts of a cell that holds several, one of which is drawn. */
export function choices(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}

/** Two numbers written as `200-3000`; absent where the cell is empty. */
export function range(cell: string): readonly [low: number, high: number] | undefined {
  const [low, high] = cell.split('-').map(Number);
  return cell === '' || low === undefined || high === undefined ? undefined : [low, high];
}

/** Whether a cell of months (`5-8`, `1;2;12`, empty for always) includes a month (1 to 12). */
export function includesMonth(cell: string, month: number): boolean {
  const parts = cell.split(';').map(part => range(part) ?? ([Number(part), Number(part)] as const));
  return cell === '' || parts.some(([first, last]) => first <= month && month <= last);
}

/** Whether a cell of places (empty for both) includes a kind of place. */
export function includesPlace(cell: string, community: boolean): boolean {
  return cell === '' || cell === (community ? 'community' : 'village');
}
