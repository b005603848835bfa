import type { Text } from '../kernel/text.ts';

/** Disputes that may go to mediation with both sides' consent (joint opinion of the Ministry of Justice and the National Public Complaints and Proposals Administration, 2025-02-10). */
export const MEDIABLE = {
  citizens: { zh: '公民之间的人身、财产纠纷', en: 'between citizens about person or property' },
  organisation: { zh: '公民与组织之间的民事纠纷', en: 'between a citizen and an organisation, civil' },
  administrative: {
    zh: '与行政机关的、有民事权利义务内容的纠纷',
    en: 'with an administrative organ, about civil rights and duties',
  },
  other: { zh: '法律允许调解的其他纠纷', en: 'another dispute that the law allows to be mediated' },
} as const satisfies Record<string, Text>;

/** What bars mediation, whatever the dispute is about. */
export const BARS = {
  organ: { zh: '只能由专门机关处理', en: 'only a special organ may decide' },
  pending: {
    zh: '诉讼、复议、刑事立案或公安处理程序尚未终结',
    en: 'litigation, reconsideration, criminal or police procedures have not ended',
  },
  administrative: { zh: '属于行政争议本身', en: 'it is an administrative dispute in itself' },
  refused: { zh: '一方明确拒绝调解', en: 'one party clearly refuses' },
  forbidden: { zh: '法律禁止调解', en: 'the law forbids it' },
} as const satisfies Record<string, Text>;

/** The answers to the nine lines of the screen. */
export interface Screen {
  readonly about: keyof typeof MEDIABLE;
  readonly bars: readonly (keyof typeof BARS)[];
  readonly consented: boolean;
}

/** What keeps a petition from mediation, or undefined where nothing does. */
export function screened({ bars, consented }: Screen): Text | undefined {
  const [bar] = bars;
  if (bar) return BARS[bar];
  return consented ? undefined : { zh: '须双方同意（--consented）', en: 'both sides must consent (--consented)' };
}
