import { backUpFirst } from '../../backups/before-import.ts';
import { type Context, command, type Outcome } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import type { Source } from '../../cli/source.ts';
import { AS_WRITTEN, type ReadingChoice } from '../../intake/reading.ts';
import { fieldsOf, readSheet, type SheetFile } from '../../intake/sheet.ts';
import { openTable } from '../../intake/table-file.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure, refuseIf } from '../../kernel/failure.ts';
import { counted, type Text } from '../../kernel/text.ts';
import type { Stamp } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { FileCommand, FileKind } from '../../register/file-kind.ts';
import { FileProblems } from '../../register/file-problems.ts';
import { remarkForm } from '../../register/form-remarks.ts';
import { importParams } from '../../register/import-command.ts';
import { closeImport, noCounts, openImport } from '../../register/import-record.ts';
import { problemsOfFile } from '../../register/import-source.ts';
import { importTitle, summaryTable } from '../../register/import-summary.ts';
import { demandNoConflict, demandOpenDay, effectText } from '../scheme/editing.ts';
import { rowProblems, type SchemeRow, schemeSheet, settingsOf } from '../scheme/file.ts';
import { countsOf, planOf } from '../scheme/plan.ts';
import { laterProblem, overlapProblem, weightsProblem } from '../scheme/rules.ts';
import type { IndicatorSettings, Scheme } from '../scheme/scheme.ts';
import {
  addScheme,
  allSchemes,
  changeScheme,
  changesAfter,
  everyIndicator,
  saveSteps,
  schemesOn,
} from '../scheme/store.ts';
import { stepText } from '../views.ts';

/** The noun of a scheme in the list of imports. */
const IMPORTED = 'scheme';
const COLUMNS = { sheet: schemeSheet };

const declared = command({
  name: 'import',
  zh: '导入',
  summary: {
    zh: '导入整个考核方案：文件中有的指标新增或修改，没有的停用',
    en: 'import a whole scheme: indicators are added, changed, or ended if the file omits them',
  },
  example: 'assessment import demo/assessment.csv --on 2024-01-01 --dry-run',
  access: 'write',
  params: {
    file: argument('<file>', { zh: 'CSV 文件，- 为标准输入', en: 'a CSV file, - for standard input' }),
    on: onParam,
    reason: reasonParam,
    encoding: importParams.encoding,
    sheet: importParams.sheet,
    map: importParams.map,
    set: importParams.set,
    backup: importParams.backup,
  },
  run: async (context, input) => {
    await backUpFirst(context, input.backup);
    const source = context.source(input.file);
    const { encoding, sheet, map = [], set = [] } = input;
    const choice = { ...AS_WRITTEN, encoding, sheet, map, set };
    const rows = await schemeRows(context, source, choice);
    const on = input.on ?? context.today;
    return shownImport(context, replaced(context, source.name, rows, on, input.reason), source.name);
  },
});

/** A scheme that comes with other files holds from today. */
const SCHEME_FILES: FileKind = {
  noun: IMPORTED,
  area: 'assessment',
  title: { zh: '考核方案', en: 'scheme' },
  columns: fieldsOf(schemeSheet),
  tables: ['scheme', 'indicator'],
  importSource: async (context, source, { reading }) => {
    const rows = await schemeRows(context, source, reading);
    const { id, figures, notes } = replaced(context, source.name, rows, context.today);
    for (const note of notes) context.remark(note);
    return { name: source.name, id, counts: figures, problems: problemsOfFile(context, source, COLUMNS, {}) };
  },
};

export const importScheme: FileCommand = { ...declared, kind: SCHEME_FILES };

async function schemeRows(context: Context, { name, bytes }: Source, choice: ReadingChoice): Promise<SchemeRow[]> {
  const table = await openTable(bytes(), name, fieldsOf(schemeSheet), choice);
  const sheet = readSheet(schemeSheet, table, name, choice);
  remarkForm(context, name, { ...sheet, remarks: table.remarks });
  return validRows(sheet, name, allSchemes(context.db));
}

/** The rows of a file without any invalid row: a scheme is imported as a whole or not at all. */
function validRows({ header, entries }: SheetFile<SchemeRow>, name: string, known: readonly Scheme[]): SchemeRow[] {
  const rows: SchemeRow[] = [];
  const invalid = new FileProblems({ name, path: name }, COLUMNS);
  invalid.begin(header);
  for (const { line, fields, row, problems } of entries) {
    const written = (column: string) => fields[header.at[column] ?? -1] ?? '';
    const isKnown = known.some(({ code }) => code === row?.scheme);
    const found = row ? rowProblems(row, rows, isKnown, written) : problems;
    if (row) rows.push(row);
    if (found.length > 0) invalid.add({ line, fields, problems: found });
  }
  if (invalid.rows > 0)
    throw new Failure(
      'rejected',
      {
        zh: `${name}：有 ${invalid.rows} 行不能导入，未写入任何数据`,
        en: `${name}: ${counted(invalid.rows, 'row')} cannot be imported; nothing was written`,
      },
      {
        zh: '请改正后重新导入：方案须整体导入；tiaochu assessment template 打印一个完整的方案',
        en: 'Correct them and import again: a scheme is imported as a whole; tiaochu assessment template prints one',
      },
      invalid.first(),
    );
  return rows;
}

/** Refuses a file whose weights do not add up to 100; a header alone is not a scheme. */
function demandFullWeight(name: string, code: string, wanted: readonly IndicatorSettings[]): void {
  const unequal = wanted.length === 0 ? NO_ROW : weightsProblem(code, wanted);
  if (unequal)
    throw new Failure(
      'rejected',
      { zh: `${name}：${unequal.zh}，未写入任何数据`, en: `${name}: ${unequal.en}; nothing was written` },
      {
        zh: '文件是整个方案，未写的指标会停用：请补齐指标或修改权重后再导入',
        en: 'The file is the whole scheme, what it omits ends: complete it or correct the weights',
      },
    );
}

const NO_ROW: Text = { zh: '只有表头，没有指标', en: 'there is a header, but no indicator' };

/** What a file changes: the steps from the current scheme with its code, where there is one, and another name. */
function planImport(db: Db, file: string, rows: readonly SchemeRow[], on: Day) {
  const { scheme: code = '', scheme_name: name } = rows[0] ?? {};
  const current = allSchemes(db).find(scheme => scheme.code === code);
  const indicators = current ? everyIndicator(db, current.id, on) : [];
  const wanted = rows.map(row => settingsOf(row, indicators));
  demandFullWeight(file, code, wanted);
  const nameOnDay = schemesOn(db, on).find(({ id }) => id === current?.id)?.name;
  const renamed = nameOnDay && name && name !== nameOnDay ? [{ field: 'name', old: nameOnDay, new: name }] : [];
  return { code, name: name || code, current, wanted, steps: planOf(indicators, wanted), renamed };
}

type SchemeImport = ReturnType<typeof planImport>;

/** Refuses what cannot change from a day on. */
function demandPossible(db: Db, { code, current, steps, renamed }: SchemeImport, on: Day): void {
  if (renamed.length > 0 || steps.some(({ changes }) => changes.length > 0)) demandOpenDay(db, current, on);
  if (!current) refuseIf(overlapProblem(allSchemes(db), on));
  demandNoConflict(db, steps, on);
  if (current) refuseIf(laterProblem({ code, changes: renamed }, changesAfter(db, 'scheme', current.id, on)));
}

function saveImport(db: Db, { current, steps, renamed, ...scheme }: SchemeImport, stamp: Stamp): void {
  if (!current) addScheme(db, scheme, scheme.wanted, stamp);
  else {
    saveSteps(db, current.id, steps, stamp);
    for (const change of renamed) changeScheme(db, current.id, change, stamp);
  }
}

/** Replaces a scheme from a day on by the one of a file, or begins a scheme with it. */
function replaced(context: Context, file: string, rows: readonly SchemeRow[], on: Day, reason?: string) {
  const { db } = context;
  const plan = planImport(db, file, rows, on);
  demandPossible(db, plan, on);
  const id = openImport(db, context.at, context.operator, IMPORTED, file);
  saveImport(db, plan, { ...context.stamp(on, reason), importId: id });
  const { code, steps, renamed } = plan;
  const counts = countsOf(steps);
  const figures = { ...noCounts(), read: rows.length, ...counts, changed: counts.changed + renamed.length };
  const isKept = closeImport(db, id, figures);
  const notes = [
    ...steps.filter(({ changes }) => changes.length > 0).map(stepText),
    ...renamed.map(name => ({ zh: `方案名称 ${name.old} → ${name.new}`, en: `scheme name ${name.old} → ${name.new}` })),
    ...(isKept ? [effectText(code, on)] : []),
  ];
  return { code, id: isKept ? id : null, figures, notes };
}

function shownImport(
  { dryRun }: Context,
  { code, id, figures, notes }: ReturnType<typeof replaced>,
  file: string,
): Outcome {
  const summary = { file, import: dryRun ? null : id, ...figures };
  const title = importTitle({ zh: `考核方案 ${code}`, en: `scheme ${code}` }, dryRun);
  return {
    view: { ...summaryTable([summary], [], title), notes },
    records: id === null ? [] : [String(id)],
    counts: { ...figures },
  };
}
