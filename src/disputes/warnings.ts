import type { Text } from '../kernel/text.ts';

/** Boundary rules that a category calls for: warnings, never a refusal. */
const CATEGORY_WARNINGS: Readonly<Record<string, Text>> = {
  tenure: {
    zh: '提醒：土地、草原、林木林地的所有权、使用权争议先由当事人协商；协商不成的由人民政府处理，处理前不得改变现状、不得砍伐（土地管理法第十四条、草原法第十六条、森林法第二十二条）。农村土地承包经营纠纷另用类别 07a，可以调解，协议须书面',
    en: 'Note: disputes about who owns or may use land, grassland or forest are for the parties and then the government to decide; until then nobody changes the use or fells (Land Administration Law Art. 14, Grassland Law Art. 16, Forest Law Art. 22). Contracted farmland is category 07a: it can be mediated, in writing.',
  },
  family: {
    zh: '提醒：发现无民事行为能力人、限制民事行为能力人遭受或者疑似遭受家庭暴力的，必须立即报警（反家庭暴力法第十四条）',
    en: 'Note: suspected domestic violence against a person without full capacity must be reported to the police at once (Anti-Domestic Violence Law Art. 14).',
  },
};

/** What a category calls for whose agreements must be written. */
const WRITTEN: Text = {
  zh: '提醒：农村土地承包经营纠纷的调解协议须书面（农村土地承包经营纠纷调解仲裁法第十条）',
  en: 'Note: an agreement about contracted rural land is written (Law on Mediation and Arbitration of Rural Land Contract Disputes Art. 10).',
};

/** The warnings of a dispute's category and of what its facts name. */
export function warningsOf(category: { readonly warning: string; readonly written: 0 | 1 }, facts: string): Text[] {
  const kinds = new Set([category.warning, ...(/家暴|家庭暴力|殴打|打骂/.test(facts) ? ['family'] : [])]);
  return [...(category.written === 1 ? [WRITTEN] : []), ...[...kinds].flatMap(kind => CATEGORY_WARNINGS[kind] ?? [])];
}
