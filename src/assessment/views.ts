import { column } from '../kernel/view.ts';
import { isRate, ruleText, SOURCES } from './scheme.ts';
import type { Entry } from './sheet.ts';

/** How the figures behind points are shown, wherever they are. */
export const ENTRY_COLUMNS = [
  column('source', '数据来源', 'Source'),
  column('part', '分子', 'Part', 'integer'),
  column('whole', '分母', 'Whole', 'integer'),
  column('value', '数值', 'Value'),
  column('weight', '权重', 'Weight', 'integer'),
  column('rule', '计分办法', 'Rule'),
  column('score', '得分', 'Points', 'integer'),
] as const;

export function entryRow(entry: Entry) {
  const { indicator, figure, score } = entry;
  const { source, weight, rule } = indicator;
  const { part, whole } = figure;
  return { source: SOURCES[source], part, whole, value: shownValue(entry), weight, rule: ruleText(rule), score };
}

/** A share to four places; its part and whole are exact. */
export function shownValue({ indicator, figure }: Pick<Entry, 'indicator' | 'figure'>): number | null {
  const { value } = figure;
  return value !== null && isRate(indicator.source) ? Math.round(value * 10_000) / 10_000 : value;
}

/** What stands under a sheet: whether it is frozen. */
export function frozenText(frozenAt: string | null) {
  return frozenAt === null
    ? { zh: '未冻结，按台账现状计算', en: 'Not frozen: computed from the ledger as it stands' }
    : { zh: `已于 ${frozenAt} 冻结`, en: `Frozen at ${frozenAt}` };
}
