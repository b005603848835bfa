import { type Text, wordList } from '../kernel/text.ts';

/** The levels of the tree; a village (嘎查、村) and a community (社区) are on the same tier. */
export const LEVELS = wordList({
  banner: { zh: '旗县', en: 'banner' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  community: { zh: '社区', en: 'community' },
});

export type Level = keyof typeof LEVELS;

/** What the levels are called in files: banners and counties, towns and sumus, gachas and villages. */
export const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  旗: 'banner',
  县: 'banner',
  乡: 'township',
  镇: 'township',
  苏木: 'township',
  民族乡: 'township',
  街道: 'township',
  嘎查: 'village',
  行政村: 'village',
  居委会: 'community',
};

/** Three tiers settle disputes: banner 1, township 2, village or community 3 (旗、乡镇、村三级). */
export const TIER = { banner: 1, township: 2, village: 3, community: 3 } as const satisfies Record<Level, number>;

export const TIERS = wordList({
  village: { zh: '村级', en: 'village' },
  township: { zh: '乡镇级', en: 'township' },
  banner: { zh: '旗级', en: 'banner' },
});

export const TIER_NAMES: Readonly<Record<number, Text>> = { 1: TIERS.banner, 2: TIERS.township, 3: TIERS.village };

/** The level that a code of its length most often has: of villages and communities, villages. */
export function levelOfCode(code: string): Level | undefined {
  return (['banner', 'township', 'village'] as const).find(level => CODE_LENGTH[level] === code.length);
}

/** Digits of a unit's code: GB/T 2260 for the banner, then 3 each for township and village (statistics codes). */
export const CODE_LENGTH = { banner: 6, township: 9, village: 12, community: 12 } as const satisfies Record<
  Level,
  number
>;

/** Whether a level has a service team (one per village or community). */
export function hasTeam(level: Level): boolean {
  return TIER[level] === 3;
}

/** The code of the unit above, as a code names it: a village's begins with its township's. */
export function parentCodeOf(code: string): string {
  return code.length === 12 ? code.slice(0, 9) : code.length === 9 ? code.slice(0, 6) : '';
}
