import type { Command } from '../cli/command.ts';
import { isFileCommand } from '../register/file-kind.ts';
import type { AreaTree } from './area-tree.ts';
import { CASES } from './cases.ts';
import { CENTRE } from './centre.ts';
import { LEDGER } from './ledger.ts';
import { PEOPLE } from './people.ts';
import { VILLAGES } from './villages.ts';

/** Where files are imported: the commands of all nouns say what they can import. */
export const IMPORTS: AreaTree = {
  import: {
    zh: '导入',
    duty: 'entry',
    summary: { zh: '导入文件夹或文件；导入记录：查看、撤销', en: 'import a folder or files; past imports: list, undo' },
    load: async verb => {
      const { importCommands } = await import('../admin/imports.ts');
      if (importCommands.some(({ name, zh, formerly = [] }) => [name, zh, ...formerly].includes(verb ?? '')))
        return importCommands;
      const { folderCommand } = await import('../folder-import/command.ts');
      const { KINDS, CODE_REFERENCES } = await import('../admin/records.ts');
      const kinds = [...(await fileKinds()), ...kindsOf(await columnNames())];
      return [folderCommand({ kinds, records: KINDS, codeReferences: CODE_REFERENCES }), ...importCommands];
    },
  },
};

/** What the columns of such files are called by the office. */
export const COLUMN_NAMES: AreaTree = {
  'column-name': {
    zh: '列名',
    summary: {
      zh: '列名：本单位表格里各列的叫法，供导入时识别',
      en: 'column names: what the office calls the columns of its files, for imports',
    },
    load: columnNames,
  },
};

/** The commands of column names, which may be those of any kind of file. */
async function columnNames() {
  const { columnNameCommands } = await import('../register/column-name-commands.ts');
  return columnNameCommands((await fileKinds()).flatMap(({ columns }) => columns));
}

/** The kinds of files that the commands of all other areas import. */
async function fileKinds() {
  const areas = Object.values({ ...PEOPLE, ...CASES, ...CENTRE, ...VILLAGES, ...LEDGER });
  return kindsOf((await Promise.all(areas.map(({ load }) => load('import')))).flat());
}

function kindsOf(commands: readonly Command[]) {
  return commands.flatMap(command => (isFileCommand(command) ? [command.kind] : []));
}
