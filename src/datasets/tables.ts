import type { Area, Command, Context } from '../cli/command.ts';
import type { Text } from '../kernel/text.ts';
import type { Table } from '../kernel/view.ts';
import { jsonOf } from '../output/json.ts';
import { type DataColumn, dataColumns } from './values.ts';

/** A table of a data set: what its rows are, its columns, its rows as a JSON array. */
export interface DataTable {
  readonly name: string;
  readonly title: Text;
  readonly columns: readonly DataColumn[];
  readonly json: Uint8Array;
}

/** What lists the program's own affairs is no data of the county. */
const NOT_DATA = ['config', 'log', 'import', 'operator', 'bundle', 'column-name'];

/** A list of an area, and what its table is called. */
interface List {
  readonly name: string;
  readonly title: Text;
  readonly command: Command;
}

/** The lists of all areas: `household list`, `meeting item list`. */
export async function listsOf(areas: readonly Area[]): Promise<List[]> {
  const lists: List[] = [];
  for (const { name, summary, load } of areas.filter(area => !NOT_DATA.includes(area.name) && !area.solo))
    for (const command of await load('list')) {
      const noun = /^(?:(.+) )?list$/.exec(command.name);
      if (!noun || command.access !== 'read') continue;
      lists.push({
        name: [name, noun[1] ?? ''].join(' ').trim().replaceAll(/[ -]/g, '_'),
        title: noun[1] === undefined ? summary : command.summary,
        command,
      });
    }
  return lists;
}

/** The rows of a list, those that are over too, as whoever asks may see them. */
export async function tableOf({ name, title, command }: List, context: Context): Promise<DataTable> {
  const { view } = await command.run(context, { ...('all' in command.params ? { all: true } : {}) } as never);
  const shown = (await context.shown(view)) as Table;
  const pieces = [...jsonOf(shown)];
  return { name, title, columns: dataColumns(shown.columns), json: Buffer.from(pieces.join('')) };
}
