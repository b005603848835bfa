import type { Day } from '../../kernel/day.ts';
import { refuse } from '../../kernel/failure.ts';
import type { Period } from '../../kernel/period.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { schemeCount } from '../results/rules.ts';
import { type ManualValue, manualValues, type Result, resultsOf } from '../results/store.ts';
import type { Figure, Indicator, LedgerSource, Scheme } from '../scheme/scheme.ts';
import { allSchemes, everyIndicator, indicatorsOn, schemesOn } from '../scheme/store.ts';
import { sha256 } from './hash.ts';
import { scoreOf, totalOf } from './points.ts';
import type { Quarter } from './quarter.ts';
import { type Subject, subjectsOn } from './subjects.ts';

/**
 * Where the ledger's figures come from: the reports compute them, which this folder may not import, so they are passed in.
 * What is due after today is not late yet.
 */
export type FiguresOn = (today: Day) => FigureSource;

export type FigureSource = (
  db: Db,
  tree: UnitTree,
  subjects: readonly Subject[],
  period: Period,
) => ReadonlyMap<string, (source: LedgerSource) => Figure>;

/** One figure of one assessed unit, with its points and the hash of everything that it was computed from. */
export interface Entry {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly score: number;
  readonly inputs: string;
  readonly hash: string;
}

/** An assessed unit's figures and points. */
export interface SheetLine {
  readonly code: string;
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly total: number;
}

/** A quarter's assessment: computed from the current ledger, or as it was frozen. */
export interface AssessmentSheet {
  readonly quarter: Quarter;
  readonly scheme: Scheme;
  readonly indicators: readonly Indicator[];
  readonly lines: readonly SheetLine[];
  /** When it was frozen; null where it is computed anew each time. */
  readonly frozenAt: string | null;
}

/** The one scheme that is in force on a quarter's last day. */
export function schemeOf(db: Db, quarter: Quarter): Scheme {
  const schemes = schemesOn(db, quarter.to);
  const [scheme, ...more] = schemes;
  if (!scheme || more.length > 0) refuse(schemeCount(quarter, schemes));
  return scheme;
}

/** A quarter's sheet: frozen where it is, else computed, for the units of another day where a tree is given. */
export function sheetOf(db: Db, source: FigureSource, quarter: Quarter, tree?: UnitTree): AssessmentSheet {
  return frozenSheet(db, quarter) ?? computedSheet(db, source, quarter, tree);
}

/** Scores every assessed unit of a quarter from the ledger. */
export function computedSheet(
  db: Db,
  source: FigureSource,
  quarter: Quarter,
  tree = loadTree(db, quarter.to),
): AssessmentSheet {
  const scheme = schemeOf(db, quarter);
  const subjects = subjectsOn(db, tree);
  const indicators = indicatorsOn(db, scheme.id, quarter.to);
  const figures = source(db, tree, subjects, quarter);
  const entered = manualValues(db, quarter.name);
  const figureOf = (subject: Subject, { id, source: from }: Indicator): Figure =>
    from === 'manual'
      ? enteredFigure(enteredFor(subject, id, entered))
      : (figures.get(subject.code)?.(from) ?? NOTHING);
  const lines = subjects.map(subject => {
    const entry = (indicator: Indicator) =>
      entryOf(scheme, quarter, subject.code, indicator, figureOf(subject, indicator));
    return lineOf(subject, indicators.map(entry));
  });
  return { quarter, scheme, indicators, lines, frozenAt: null };
}

function lineOf({ code, name }: Pick<SheetLine, 'code' | 'name'>, entries: readonly Entry[]): SheetLine {
  return { code, name, entries, total: totalOf(entries.map(({ score }) => score)) };
}

/** The points that were entered for a unit; a township's may be entered under the guidance group that is this township. */
export function enteredFor(
  subject: Subject,
  indicatorId: number,
  entered: readonly ManualValue[],
): ManualValue | undefined {
  const own = entered.filter(({ indicator_id }) => indicator_id === indicatorId);
  const under = (isSubject: (code: string) => boolean) => own.find(({ subject_code }) => isSubject(subject_code));
  return under(code => code === subject.code) ?? under(code => subject.alias.includes(code));
}

const NOTHING: Figure = { value: null, part: null, whole: null, records: [] };

function enteredFigure(entered: ManualValue | undefined): Figure {
  return { ...NOTHING, value: entered?.value ?? null, records: entered?.note ? [entered.note] : [] };
}

function entryOf(scheme: Scheme, quarter: Quarter, subject: string, indicator: Indicator, figure: Figure): Entry {
  const { code, source, weight, rule } = indicator;
  const from = { scheme: scheme.code, quarter: quarter.name, subject, indicator: code, source, weight, rule };
  const inputs = JSON.stringify({ ...from, ...figure });
  return { indicator, figure, score: pointsFor(indicator, figure.value), inputs, hash: sha256(inputs) };
}

/** A manual indicator without an entry has no points. */
function pointsFor({ source, rule, weight }: Pick<Indicator, 'source' | 'rule' | 'weight'>, value: number | null) {
  return scoreOf(rule, weight, source === 'manual' ? (value ?? 0) : value);
}

/** The figure and the settings that a frozen result was computed from. */
type Inputs = Figure & Pick<Indicator, 'source' | 'rule' | 'weight'>;

/** A quarter as it was frozen, or undefined where it is not. */
export function frozenSheet(db: Db, quarter: Quarter): AssessmentSheet | undefined {
  const results = resultsOf(db, quarter.name);
  const [first] = results;
  if (!first) return undefined;
  const schemes = [...schemesOn(db, quarter.to), ...allSchemes(db)];
  const scheme = schemes.find(({ id }) => id === first.scheme_id);
  if (!scheme) throw new Error(`${quarter.name} is frozen by a scheme that does not exist`);
  const named = new Map(everyIndicator(db, scheme.id, quarter.to).map(indicator => [indicator.id, indicator]));
  const entries = new Map<string, { code: string; name: string; entries: Entry[] }>();
  for (const result of results) {
    const { subject_code: code, subject_name: name } = result;
    const indicator = named.get(result.indicator_id);
    if (!indicator) continue;
    const line = entries.get(code) ?? { code, name, entries: [] };
    entries.set(code, line);
    line.entries.push(frozenEntry(indicator, result));
  }
  const lines = [...entries.values()].map(line => lineOf(line, line.entries));
  const indicators = lines[0]?.entries.map(entry => entry.indicator) ?? [];
  return { quarter, scheme, indicators, lines, frozenAt: first.frozen_at };
}

function frozenEntry(indicator: Indicator, { value, score, inputs, hash, weight }: Result): Entry {
  const { part, whole, records, rule, source } = JSON.parse(inputs) as Inputs;
  const figure = { value, part, whole, records };
  return { indicator: { ...indicator, weight, source, rule }, figure, score, inputs, hash };
}

/** Whether a frozen result is consistent: the hash is that of the inputs, value and points follow from the inputs. */
export function isConsistent(result: Pick<Result, 'inputs' | 'hash' | 'value' | 'score'>): boolean {
  const from = JSON.parse(result.inputs) as Inputs;
  const follows = from.value === result.value && pointsFor(from, from.value) === result.score;
  return follows && sha256(result.inputs) === result.hash;
}
