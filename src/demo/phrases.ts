import { choices, dataFile, rowsIn } from './data-file.ts';

type Row = Readonly<Record<'list' | 'phrases', string>> & { readonly of?: string };

const LISTS = new Map(
  rowsIn<Row>(dataFile('phrases.csv')).map(({ list, of = '', phrases }) => [`${list} ${of}`, choices(phrases)]),
);

/**
 * The phrases of a list, such as how diaries open: those of a kind (of villages, of a dispute's grade) where it has its own.
 * A slot like `{crop}` is filled with a word of the list of that name.
 */
export function phrases(list: string, of = ''): readonly string[] {
  const found = LISTS.get(`${list} ${of}`) ?? LISTS.get(`${list} `);
  if (!found) throw new Error(`phrases.csv has no list ${list} ${of}`);
  return found;
}
