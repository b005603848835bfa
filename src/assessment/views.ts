import { type Text, untranslated } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import { timeIn, type Zone } from '../kernel/zone.ts';
import type { Change, Value } from '../ledger/events.ts';
import type { Step } from './scheme/plan.ts';
import { SETTING_NAMES } from './scheme/rules.ts';
import { isRate, type Rule, SOURCES, type Source } from './scheme/scheme.ts';
import { ruleText } from './scheme/scoring-rule.ts';
import type { Entry } from './scoring/sheet.ts';

/** The columns of the figures behind points. */
export const ENTRY_COLUMNS = [
  column('source', '数据来源', 'Source', 'word'),
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

/** A share is shown to four places; its part and whole are exact. */
export function shownValue({ indicator, figure }: Pick<Entry, 'indicator' | 'figure'>): number | null {
  const { value } = figure;
  return value !== null && isRate(indicator.source) ? Math.round(value * 10_000) / 10_000 : value;
}

/** The note below a sheet: whether it is frozen. */
export function frozenText(frozenAt: string | null, zone: Zone): Text {
  return frozenAt === null
    ? { zh: '未冻结，按台账现状计算', en: 'Not frozen: computed from the current ledger' }
    : { zh: `已于 ${timeIn(zone, frozenAt)} 冻结`, en: `Frozen at ${timeIn(zone, frozenAt)}` };
}

/** A setting of an indicator as people read it. */
export function shownSetting(field: string, value: Value): Text {
  if (field === 'source') return SOURCES[value as Source];
  return field === 'rule' ? ruleText(JSON.parse(String(value)) as Rule) : untranslated(value ?? '');
}

/** What a step changes: weight 20 → 22. */
function changesText(changes: readonly Change[]): Text {
  const texts = changes.map(change => {
    const name = SETTING_NAMES[change.field as keyof typeof SETTING_NAMES];
    const [old, current] = [shownSetting(change.field, change.old), shownSetting(change.field, change.new)];
    return { zh: `${name.zh} ${old.zh} → ${current.zh}`, en: `${name.en} ${old.en} → ${current.en}` };
  });
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') };
}

/** A step as a line: what is added, changed or ended. */
export function stepText({ what, before, after, changes }: Step): Text {
  const { code, name_zh, weight } = after;
  if (what === 'end')
    return {
      zh: `停用 ${code} ${name_zh}，原权重 ${before?.weight}`,
      en: `${code} ended; its weight was ${before?.weight}`,
    };
  if (what !== 'add')
    return { zh: `修改 ${code}：${changesText(changes).zh}`, en: `${code}: ${changesText(changes).en}` };
  const [source, rule] = [SOURCES[after.source], ruleText(after.rule)];
  return {
    zh: `新增 ${code} ${name_zh}：权重 ${weight}，${source.zh}，${rule.zh}`,
    en: `${code} added: weight ${weight}, ${source.en}, ${rule.en}`,
  };
}
