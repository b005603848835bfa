import { type Problem, problem } from '../intake/sheet.ts';
import { type Day, overlaps, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { RULE_KINDS } from './village-rule.ts';

/**
 * Villages have rules, communities compacts (Organic Law of the Villagers' Committees, 2018, Art. 27; of the Urban
 * Residents' Committees, 2018, Art. 15).
 */
export function kindProblems(kind: 'rule' | 'compact', unitCode: string, level: string | undefined): Problem[] {
  if (level !== 'village' && level !== 'community') return [problem('unit_code', unitCode, NO_VILLAGE)];
  if ((kind === 'rule') === (level === 'village')) return [];
  return [problem('kind', kind, level === 'village' ? VILLAGE : COMMUNITY)];
}

/** Only villages and communities make rules and compacts of their own (the same articles). */
export function unitProblems(unitCode: string, level: string | undefined): Problem[] {
  return level === 'village' || level === 'community' ? [] : [problem('unit_code', unitCode, NO_VILLAGE)];
}

/** A unit's level on a rule's first day goes with its kind, so the level does not change before a later rule (the same articles). */
export function levelChangeProblem(
  rules: readonly { readonly code: string; readonly kind: 'rule' | 'compact'; readonly from_on: Day }[],
  level: string,
  on: Day,
): Text | undefined {
  const clash = rules.find(rule => rule.from_on >= on && kindProblems(rule.kind, '', level).length > 0);
  if (!clash) return undefined;
  const { code, kind, from_on } = clash;
  const { zh, en } = RULE_KINDS[kind];
  return {
    zh: `与 ${from_on} 起施行的${zh} ${code} 不符（改为${kind === 'rule' ? '社区' : '村'}须在该日之后）`,
    en: `conflicts with the ${en} ${code} in force from ${from_on} on (change the level after that day)`,
  };
}

interface Version extends Span {
  readonly code: string;
  readonly unit_code: string;
}

/** At most one version is in force in a unit at a time (`others` are that unit's): a new one needs the old one closed (S-35). */
export function oneInForceProblems(row: Version, others: readonly Version[]): Problem[] {
  const clash = others.find(other => overlaps(other, row));
  if (!clash) return [];
  return [
    {
      ...problem('unit_code', row.unit_code, {
        zh: `在这段时间已有 ${clash.code} 在用（先停用旧版）`,
        en: `has ${clash.code} in force in that time (close the old version first)`,
      }),
      summary: { zh: '在这段时间已有一个在用', en: 'has one in force in that time' },
    },
  ];
}

/** Rules are adopted by the villagers' meeting, and only then filed with the township and in force (the same articles). */
export function adoptedFirstProblems(adoptedOn: Day, filedOn: Day | null, fromOn: Day): Problem[] {
  return [
    ...(filedOn !== null && filedOn < adoptedOn ? [problem('filed_on', filedOn, EARLY)] : []),
    ...(fromOn < adoptedOn ? [problem('from_on', fromOn, EARLY)] : []),
  ];
}

const NO_VILLAGE: Text = { zh: '不是村或社区', en: 'is not a village or community' };
const VILLAGE: Text = { zh: '不是村的，村订立村规民约', en: 'is not for a village: villages have rules' };
const COMMUNITY: Text = { zh: '不是社区的，社区订立居民公约', en: 'is not for a community: communities have compacts' };
const EARLY: Text = { zh: '早于通过日期', en: 'is before the day of adoption' };
