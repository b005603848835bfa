import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day, OPEN_END, type Span } from '../kernel/day.ts';
import type { KindSpan } from '../standards/duty-rules.ts';
import { ORDINARY } from '../standards/standard.ts';

/** The kind of a household on a day; one of which nothing is said is ordinary. */
export function kindOn(spans: readonly KindSpan[], day: Day): string {
  return spans.find(span => covers(span, day))?.kind ?? ORDINARY;
}

interface Kind extends Span {
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
}

/** The code of a kind that a file names by its code or by a name in either language; any other word stays. */
export function kindCode(word: string, kinds: readonly Kind[]): string {
  const named = (name: string) => name.toLowerCase() === word.toLowerCase();
  return kinds.find(({ code, name_zh, name_en }) => [code, name_zh, name_en].some(named))?.code ?? word;
}

/** A household becomes one of a kind that is still in use. */
export function kindProblems(kind: string, kinds: readonly Kind[], day: Day): Problem[] {
  const known = kinds.find(({ code }) => code === kind);
  if (kind === ORDINARY || (known && known.to_on > day)) return [];
  const reason = known
    ? {
        zh: `这一类型已于 ${known.to_on} 停用（tiaochu standard list 可查）`,
        en: `was closed on ${known.to_on} (see standard list)`,
      }
    : {
        zh: '没有这个户类型（tiaochu standard list 可查）',
        en: 'is not a known kind of household (see standard list)',
      };
  return [problem('kind', kind, reason)];
}

/** The kind of a household changes after its last change: what was said of the days before it stays. */
export function laterKindProblem(spans: readonly KindSpan[], kind: string, on: Day): Problem[] {
  const later = spans.flatMap(({ from_on, to_on }) => [from_on, to_on]).find(day => day > on && day < OPEN_END);
  if (later === undefined) return [];
  const reason = {
    zh: `不能修改：${later} 起另有修改，这次修改要定在那一天或以后`,
    en: `cannot be changed: it changes again on ${later}, so date this change that day or later`,
  };
  return [problem('kind', kind, reason)];
}

/** The spans of a household that is of a kind from a day on; nothing is kept of the time in which it is ordinary. */
export function withKind(spans: readonly KindSpan[], kind: string, on: Day): KindSpan[] {
  const before = spans
    .filter(({ from_on }) => from_on < on)
    .map(span => (span.to_on > on ? { ...span, to_on: on } : span));
  if (kind === ORDINARY) return before;
  const last = before.at(-1);
  if (last?.kind === kind && last.to_on === on) return [...before.slice(0, -1), { ...last, to_on: OPEN_END }];
  return [...before, { kind, from_on: on, to_on: OPEN_END }];
}
