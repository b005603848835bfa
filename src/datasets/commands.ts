import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Area, type Command, type Context, command, type Outcome } from '../cli/command.ts';
import { argument } from '../cli/param.ts';
import { realTarget, unwritable } from '../cli/targets.ts';
import { writeFolder } from '../disk/folder.ts';
import { misuse } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import { csvText } from './csv-text.ts';
import { dictionaryOf } from './dictionary.ts';
import { parquetOf } from './parquet.ts';
import { type DataTable, listsOf, tableOf } from './tables.ts';

type Files = ReadonlyMap<string, Uint8Array>;
type Written = (tables: readonly DataTable[]) => Promise<Files> | Files;

/** The commands that write the lists of a ledger as a data set; `areas` are those that have lists. */
export function datasetCommands(areas: readonly Area[]): readonly Command[] {
  return [
    datasetCommand(areas, 'csv', '文本', csvFiles, {
      zh: '把各种清单写成 CSV 文件和数据字典，供统计分析；姓名、电话遮盖',
      en: 'write all lists as CSV files with a data dictionary, for analysis; names and phones are masked',
    }),
    datasetCommand(areas, 'parquet', '列存', parquetOf, {
      zh: '同上，写成 Parquet 文件（要装 DuckDB）',
      en: 'the same as Parquet files, which needs DuckDB',
    }),
  ];
}

function datasetCommand(areas: readonly Area[], name: string, zh: string, written: Written, summary: Text): Command {
  return command({
    ...{ name, zh, summary, example: `export ${name} data`, access: 'read', personal: true, takesLong: true },
    params: { folder: argument('<folder>', { zh: '写入的新文件夹', en: 'the new folder to write' }) },
    run: async (context, { folder }): Promise<Outcome> => {
      const path = newFolder(folder);
      const tables = await allTables(areas, context);
      const files = [...(await written(tables))].map(([table, bytes]) => ({ name: `${table}.${name}`, bytes }));
      const dictionary = { name: 'dictionary.csv', bytes: Buffer.from(dictionaryOf(tables)) };
      return {
        view: listOf(tables, folder, name),
        counts: { tables: tables.length },
        afterCommit: () => {
          try {
            writeFolder(path, [...files, dictionary]);
          } catch (error) {
            throw unwritable(error, folder);
          }
        },
      };
    },
  });
}

async function allTables(areas: readonly Area[], context: Context): Promise<DataTable[]> {
  const lists = await listsOf(areas);
  const tables: DataTable[] = [];
  for (const [done, list] of lists.entries()) {
    context.progress({ what: list.title, done, total: lists.length, unit: { zh: '张表', en: 'tables' } });
    tables.push(await tableOf(list, context));
  }
  return tables;
}

function csvFiles(tables: readonly DataTable[]): Files {
  return new Map(
    tables.map(({ name, columns, json }) => {
      const names = columns.map(each => each.name);
      return [name, Buffer.from(csvText(names, rowsOf(json)))];
    }),
  );
}

const rowsOf = (json: Uint8Array) => JSON.parse(Buffer.from(json).toString('utf8')) as Record<string, unknown>[];

/** A folder that is not there yet, or is empty: what an analyst has worked on is not overwritten. */
function newFolder(asked: string): string {
  const path = realTarget(asked);
  try {
    accessSync(dirname(path), constants.W_OK);
    const there = statSync(path, { throwIfNoEntry: false });
    if (there && (!there.isDirectory() || readdirSync(path).length > 0))
      misuse(
        { zh: `${asked} 已存在，不会覆盖`, en: `${asked} exists and is not overwritten` },
        { zh: '请换一个文件夹名', en: 'Name another folder' },
      );
    return path;
  } catch (error) {
    throw unwritable(error, asked);
  }
}

const COLUMNS = [
  column('file', '文件', 'File', 'code'),
  column('holds', '内容', 'What it holds', 'label'),
  column('rows', '行数', 'Rows', 'integer'),
] as const;

function listOf(tables: readonly DataTable[], folder: string, ending: string) {
  const rows = tables.map(({ name, title, json }) => ({
    file: `${name}.${ending}`,
    holds: title,
    rows: rowsOf(json).length,
  }));
  return {
    shape: 'table' as const,
    title: { zh: `数据集 ${folder}`, en: `Data set ${folder}` },
    columns: COLUMNS,
    rows: [...rows, { file: 'dictionary.csv', holds: DICTIONARY, rows: null }],
    notes: [{ zh: `${tables.length} 张表`, en: counted(tables.length, 'table') }],
  };
}

const DICTIONARY: Text = {
  zh: '数据字典：各列的含义、类型、单位、是否涉及个人',
  en: 'what each column means, its kind, its unit, whether it is personal',
};
