import { expect, test } from 'vitest';
import { nameOf } from '../src/cli/param.ts';
import { AREAS } from '../src/program.ts';
import { isFileCommand } from '../src/register/file-kind.ts';
import { FILES, textOf } from './support/source.ts';

/* What is said of a file names options: each must be one of every command that can say it. Those of a command that is named whole are its own. */

const commands = (await Promise.all(AREAS.map(async area => (await area.load()).map(command => ({ area, command })))))
  .flat()
  .filter(({ area, command }) => isFileCommand(command) || (area.name === 'import' && command.name === 'all'))
  .map(({ area, command }) => ({
    area: area.name,
    path: `${area.name} ${command.name}`,
    params: command.params,
    kind: isFileCommand(command) ? command.kind : undefined,
  }));

/** What the readers of files, the registers and the import of folders say. */
const SAYING = FILES.filter(file =>
  /^(?:intake|folder-import)\/|^register\/(?:form-hints|register-rows|import-summary|import-source|rejected|file-problems)/.test(
    file,
  ),
);
/** A sheet is always known where a folder is imported, and its rejected rows go beside each file. */
const NEVER_OF_FOLDERS = ['--sheet', '--rejected'];
/** Those whose codes the program can give say so. */
const ONLY_NUMBERED = ['--number'];
/** A scheme is imported as a whole: of its rows only what is wrong is said. */
const OF_ROWS = ['--day', '--fill-down', '--rejected', '--skip-bad', '--year'];
const NOT_SAID: Readonly<Record<string, readonly string[]>> = {
  'import all': NEVER_OF_FOLDERS,
  'assessment import': [...OF_ROWS, ...ONLY_NUMBERED],
};

const named = [
  ...new Set(
    SAYING.flatMap(file =>
      [...textOf(file).matchAll(/\b(?:zh|en): [`'"][^\n]*/g)].flatMap(
        ([line]) => line.replace(/tiaochu [a-z][^；，。)）]*/g, '').match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [],
      ),
    ),
  ),
].sort();

test('there are such options', () => expect(named.length).toBeGreaterThan(7));

test.each(commands)('$path has the options that a hint names', ({ path, params }) => {
  const own = new Set([...Object.values(params).map(nameOf), '--dry-run', '--help']);
  const others = NOT_SAID[path] ?? ONLY_NUMBERED;
  expect(named.filter(option => !own.has(option) && !others.includes(option))).toEqual([]);
});

test('the command that imports one kind of file is named as it is', () => {
  const wrong = commands.filter(({ area, kind }) => kind && (kind.area ?? kind.noun) !== area);
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
