import { readFileSync } from 'node:fs';

/** The text of a CSV file that lies beside the code, built or not. */
export function dataFile(name: `${string}.csv`): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
}

/** The rows of such a text by the names of its columns, without empty cells. The demo's own files have no quoted cells. */
export function rowsIn<R extends object>(text: string): R[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter(line => line !== '');
  const columns = header.split(',');
  return lines.map(line => {
    const cells = line.split(',').map((cell, index) => [columns[index], cell]);
    return Object.fromEntries(cells.filter(([, cell]) => cell !== '')) as R;
  });
}

/** The texts of a cell that holds several, one of which is drawn. */
export function choices(cell: string | undefined): string[] {
  return cell?.split('|') ?? [];
}

/** Two numbers written as `200-3000`; absent where the cell is empty. */
export function range(cell: string | undefined): readonly [low: number, high: number] | undefined {
  const [low, high] = cell?.split('-').map(Number) ?? [];
  return low === undefined || high === undefined ? undefined : [low, high];
}

/** When and where a row of a file applies: in months (`5-8`, `1;2;12`, empty for all) and in villages, communities or both. */
export interface Scope {
  readonly months?: string;
  readonly place?: 'village' | 'community';
}

/** Whether a row applies to a month (1 to 12) and a kind of place. */
export function applies({ months, place }: Scope, month: number, community: boolean): boolean {
  const parts = months?.split(';').map(part => range(part) ?? ([Number(part), Number(part)] as const));
  const inMonth = parts?.some(([first, last]) => first <= month && month <= last) ?? true;
  return inMonth && (place === undefined || (place === 'community') === community);
}
