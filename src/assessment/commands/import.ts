import { type Context, command, type Outcome } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { decoded } from '../../intake/decode.ts';
import { readSheet, type SheetFile } from '../../intake/sheet.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import { counted, type Text } from '../../kernel/text.ts';
import type { Change } from '../../ledger/events.ts';
import { importParams } from '../../register/import-params.ts';
import { closeImport, noCounts, openImport } from '../../register/import-record.ts';
import { importTitle, summaryTable, warnUnknown } from '../../register/import-summary.ts';
import { complaints, type Rejection } from '../../register/rejected.ts';
import { demandOpenDay, demandRoom, effectText, refuseIf } from '../scheme/editing.ts';
import { rowProblems, type SchemeRow, schemeSheet, wantedOf } from '../scheme/file.ts';
import { planOf, tallyOf } from '../scheme/plan.ts';
import { laterProblem, overlapProblem } from '../scheme/rules.ts';
import type { Scheme, Wanted } from '../scheme/scheme.ts';
import {
  allSchemes,
  changeScheme,
  changesAfter,
  everyIndicator,
  insertScheme,
  saveSteps,
  schemesOn,
} from '../scheme/store.ts';
import { weightsProblem } from '../scoring/points.ts';
import { stepText } from '../views.ts';

/** The noun of a scheme in the list of imports. */
const IMPORTED = 'scheme';

export const importScheme = command({
  name: 'import',
  zh: '导入',
  summary: {
    zh: '导入整个考核方案：文件里有的新增或修改，没有的停用',
    en: 'import a whole scheme: indicators in the file are added or changed, those it omits end',
  },
  example: 'assessment import demo/assessment.csv --on 2024-01-01 --dry-run',
  access: 'write',
  params: {
    file: argument('<file>', { zh: 'CSV 文件，- 为标准输入', en: 'a CSV file, - for standard input' }),
    on: onParam,
    reason: reasonParam,
    encoding: importParams.encoding,
  },
  run: (context, input) => {
    const { db, today } = context;
    const { name, bytes } = context.source(input.file);
    const sheet = readSheet(schemeSheet, decoded(bytes(), name, input.encoding), name);
    warnUnknown(context, name, sheet.header.unknown);
    const rows = soundRows(sheet, name, allSchemes(db));
    return replaced(context, name, rows, input.on ?? today, input.reason);
  },
});

/** The rows of a file that is sound throughout; a scheme is taken as a whole or not at all. */
function soundRows({ header, entries }: SheetFile<SchemeRow>, name: string, known: readonly Scheme[]): SchemeRow[] {
  const rows: SchemeRow[] = [];
  const rejections: Rejection[] = [];
  for (const { line, fields, row, problems } of entries) {
    const written = (column: string) => fields[header.at[column] ?? -1] ?? '';
    const isKnown = known.some(({ code }) => code === row?.scheme);
    const found = row ? rowProblems(row, rows, isKnown, written) : problems;
    if (row) rows.push(row);
    if (found.length > 0) rejections.push({ line, fields, problems: found });
  }
  if (rejections.length > 0)
    throw new Failure(
      'rejected',
      {
        zh: `${name}：有 ${rejections.length} 行不能导入，未写入任何数据`,
        en: `${name}: ${counted(rejections.length, 'row')} cannot be imported; nothing was written`,
      },
      {
        zh: '请改正后重新导入：方案只能整个导入；tiaochu assessment template 打印一个完整的方案',
        en: 'Correct them and import the whole scheme again; tiaochu assessment template prints one',
      },
      complaints(name, header, rejections),
    );
  return rows;
}

/** Refuses a file whose weights do not add up to 100; a header alone is no scheme. */
function demandFullWeight(name: string, code: string, wanted: readonly Wanted[]): void {
  const weights = wanted.map(one => one.weight);
  const unequal = weights.length === 0 ? NO_ROW : weightsProblem(code, weights);
  if (unequal)
    throw new Failure(
      'rejected',
      { zh: `${name}：${unequal.zh}，未写入任何数据`, en: `${name}: ${unequal.en}; nothing was written` },
      {
        zh: '文件是整个方案，没有写的指标会停用：请补齐指标或调整权重后重新导入',
        en: 'The file is the whole scheme, and indicators that it omits end: add them, or correct the weights',
      },
    );
}

const NO_ROW: Text = { zh: '只有表头，没有指标', en: 'there is a header, but no indicator' };

/** Puts what a file says in the place of a scheme from a day on, or begins a scheme with it. */
function replaced(
  context: Context,
  name: string,
  rows: readonly SchemeRow[],
  on: Day,
  reason: string | undefined,
): Outcome {
  const { db, dryRun } = context;
  const { scheme: code = '', scheme_name } = rows[0] ?? {};
  const schemes = allSchemes(db);
  const standing = schemes.find(one => one.code === code);
  const indicators = standing ? everyIndicator(db, standing.id, on) : [];
  const wanted = rows.map(row => wantedOf(row, indicators));
  demandFullWeight(name, code, wanted);
  const steps = planOf(indicators, wanted);
  const renamed = rename(
    schemesOn(db, on).find(({ id }) => id === standing?.id),
    scheme_name,
  );
  const tally = tallyOf(steps);
  const changed = tally.changed + renamed.length;
  const isSame = tally.added + changed === 0;
  if (!isSame) demandOpenDay(db, standing, on);
  if (!standing) refuseIf(overlapProblem(schemes, on));
  demandRoom(db, steps, on);
  if (standing && renamed.length > 0)
    refuseIf(laterProblem({ code, changes: renamed }, changesAfter(db, 'scheme', standing.id, on)));
  const id = openImport(db, context.at, context.operator, IMPORTED, name);
  const stamp = { ...context.stamp(on, reason), importId: id };
  if (standing) {
    saveSteps(db, standing.id, steps, stamp);
    for (const one of renamed) changeScheme(db, standing.id, one, stamp);
  } else insertScheme(db, { code, name: scheme_name || code }, wanted, stamp);
  const figures = { ...noCounts(), read: rows.length, ...tally, changed };
  const kept = closeImport(db, id, figures);
  const summary = { file: name, import: kept && !dryRun ? id : null, ...figures };
  const title = importTitle({ zh: `考核方案 ${code}`, en: `scheme ${code}` }, dryRun);
  const notes = [
    ...steps.filter(({ changes }) => changes.length > 0).map(stepText),
    ...renamed.map(one => ({ zh: `方案名称 ${one.old} → ${one.new}`, en: `scheme name ${one.old} → ${one.new}` })),
    ...(isSame ? [] : [effectText(code, on)]),
  ];
  return {
    view: { ...summaryTable([summary], new Map(), title), notes },
    records: kept ? [String(id)] : [],
    counts: { ...figures },
  };
}

/** The change of a scheme's name, where a file gives it another one. */
function rename(scheme: Scheme | undefined, name: string | undefined): Change[] {
  return scheme && name && name !== scheme.name ? [{ field: 'name', old: scheme.name, new: name }] : [];
}
