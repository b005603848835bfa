import type { Day } from '../../kernel/day.ts';
import { refuse } from '../../kernel/failure.ts';
import type { Period } from '../../kernel/period.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { type ManualValue, manualValues, resultsOf } from '../results/store.ts';
import type { Figure, Indicator, LedgerSource, Scheme } from '../scheme/scheme.ts';
import { allSchemes, everyIndicator, indicatorsOn, schemesOn } from '../scheme/store.ts';
import { sha256 } from './hash.ts';
import { scoreOf, totalOf } from './points.ts';
import type { Quarter } from './quarter.ts';
import { type Subject, subjectsOn } from './subjects.ts';

/** Where the ledger's figures come from: reports stand above and are handed in. What is due in days to come is not late yet. */
export type FiguresOn = (today: Day) => FigureSource;

export type FigureSource = (
  db: Db,
  tree: UnitTree,
  subjects: readonly Subject[],
  period: Period,
) => ReadonlyMap<string, Readonly<Record<LedgerSource, Figure>>>;

/** One figure of one assessed unit, with its points and the hash of all that went into it. */
export interface Entry {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly score: number;
  readonly inputs: string;
  readonly hash: string;
}

interface SheetLine {
  readonly code: string;
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly total: number;
}

/** A quarter's assessment: computed from the ledger as it stands, or as it was frozen. */
export interface AssessmentSheet {
  readonly quarter: Quarter;
  readonly scheme: Scheme;
  readonly indicators: readonly Indicator[];
  readonly lines: readonly SheetLine[];
  /** When it was frozen; null where it is computed anew each time. */
  readonly frozenAt: string | null;
}

/** The one scheme that holds on a quarter's last day. */
export function schemeOf(db: Db, quarter: Quarter): Scheme {
  const [scheme, ...more] = schemesOn(db, quarter.to);
  if (!scheme)
    refuse({ zh: `${quarter.name} 没有生效的考核方案`, en: `No assessment scheme is in force in ${quarter.name}` });
  if (more.length > 0)
    refuse({
      zh: `${quarter.name} 有不止一个生效的考核方案：${[scheme, ...more].map(one => one.code).join('、')}`,
      en: `Several schemes are in force in ${quarter.name}: ${[scheme, ...more].map(one => one.code).join(', ')}`,
    });
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
  const lines = subjects.map(subject => {
    const entries = indicators.map(indicator => {
      const manual = enteredFor(subject, indicator.id, entered);
      const figure =
        indicator.source === 'manual'
          ? { value: manual?.value ?? null, part: null, whole: null, records: manual?.note ? [manual.note] : [] }
          : (figures.get(subject.code)?.[indicator.source] ?? NOTHING);
      return entryOf(scheme, quarter, subject.code, indicator, figure);
    });
    return { code: subject.code, name: subject.name, entries, total: totalOf(entries.map(one => one.score)) };
  });
  return { quarter, scheme, indicators, lines, frozenAt: null };
}

/** What was entered for a unit; a township's may have been entered under the group that is this township. */
export function enteredFor(
  subject: Subject,
  indicatorId: number,
  entered: readonly ManualValue[],
): ManualValue | undefined {
  const own = entered.filter(one => one.indicator_id === indicatorId);
  return (
    own.find(one => one.subject_code === subject.code) ?? own.find(one => subject.alias.includes(one.subject_code))
  );
}

/** The points that were not lost only because there was nothing to count: the whole is 0. */
export function uncountedIn(entries: readonly Entry[]): number {
  return totalOf(entries.filter(one => one.figure.whole === 0).map(one => one.score));
}

const NOTHING: Figure = { value: null, part: null, whole: null, records: [] };

function entryOf(scheme: Scheme, quarter: Quarter, subject: string, indicator: Indicator, figure: Figure): Entry {
  const { code, source, weight, rule } = indicator;
  const inputs = JSON.stringify({
    scheme: scheme.code,
    quarter: quarter.name,
    subject,
    indicator: code,
    source,
    weight,
    rule,
    ...figure,
  });
  return { indicator, figure, score: pointsFor(indicator, figure.value), inputs, hash: sha256(inputs) };
}

/** What nobody has entered earns nothing. */
function pointsFor({ source, rule, weight }: Pick<Indicator, 'source' | 'rule' | 'weight'>, value: number | null) {
  return scoreOf(rule, weight, source === 'manual' ? (value ?? 0) : value);
}

/** A quarter as it was frozen, or undefined where it is not. */
export function frozenSheet(db: Db, quarter: Quarter): AssessmentSheet | undefined {
  const results = resultsOf(db, quarter.name);
  const [first] = results;
  const isItsScheme = (one: Scheme) => one.id === first?.scheme_id;
  const scheme = schemesOn(db, quarter.to).find(isItsScheme) ?? allSchemes(db).find(isItsScheme);
  if (!first || !scheme) return undefined;
  const named = new Map(everyIndicator(db, scheme.id, quarter.to).map(one => [one.id, one]));
  const lines = new Map<string, { code: string; name: string; entries: Entry[] }>();
  for (const result of results) {
    const indicator = named.get(result.indicator_id);
    if (!indicator) continue;
    const line = lines.get(result.subject_code) ?? {
      code: result.subject_code,
      name: result.subject_name,
      entries: [],
    };
    lines.set(line.code, line);
    const { part, whole, records, rule, source } = JSON.parse(result.inputs) as Figure &
      Pick<Indicator, 'rule' | 'source'>;
    const { value, score, inputs, hash, weight } = result;
    line.entries.push({
      indicator: { ...indicator, weight, source, rule },
      figure: { value, part, whole, records },
      score,
      inputs,
      hash,
    });
  }
  const all = [...lines.values()].map(line => ({ ...line, total: totalOf(line.entries.map(one => one.score)) }));
  const indicators = all[0]?.entries.map(one => one.indicator) ?? [];
  return { quarter, scheme, indicators, lines: all, frozenAt: first.frozen_at };
}

/** Whether what was frozen fits together: the hash is that of the inputs, value and points are those of the inputs. */
export function holdsTogether(result: { inputs: string; hash: string; value: number | null; score: number }): boolean {
  const said = JSON.parse(result.inputs) as Figure & Pick<Indicator, 'source' | 'rule' | 'weight'>;
  return (
    sha256(result.inputs) === result.hash && said.value === result.value && pointsFor(said, said.value) === result.score
  );
}
