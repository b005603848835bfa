import { option } from '../cli/param.ts';
import { periodParams } from '../cli/places.ts';
import { misuse } from '../kernel/failure.ts';
import { namesPeriod, type Period, type PeriodOptions, periodOf } from '../kernel/period.ts';
import { named } from '../naming/named-param.ts';

/** The options by which cases of both kinds are looked for. */
export const lookingParams = {
  party: option('--party <words>', {
    zh: '当事人姓名、电话、身份证号或代理人中含有的文字，几个词用空格隔开',
    en: 'with all these words in the name, phone, identity number or representative of one party',
  }),
  household: named(
    option('--household <code>', { zh: '当事人是这一户的', en: 'with a party of this household' }),
    'household',
  ),
  ...periodParams,
} as const;

export interface Looking extends PeriodOptions {
  readonly text?: string | undefined;
  readonly party?: string | undefined;
  readonly household?: string | undefined;
}

/** Which cases are looked for: those with all the words, with such a party, registered in the period. */
export interface CaseFilter {
  /** Each occurs somewhere in what the case is about. */
  readonly words: readonly string[];
  /** All occur in what is known of one party. */
  readonly party: readonly string[];
  readonly household: string | undefined;
  readonly registered: Period | undefined;
}

export function caseFilter(input: Looking, today: string): CaseFilter {
  return {
    words: wordsOf('--text', input.text),
    party: wordsOf('--party', input.party),
    household: input.household,
    registered: namesPeriod(input) ? periodOf(input, today) : undefined,
  };
}

/** Whether certain cases are looked for: ended ones are then among them. */
export function looksFor({ words, party, household, registered }: CaseFilter): boolean {
  return words.length + party.length > 0 || household !== undefined || registered !== undefined;
}

/** The single words of an option; each must be found. */
function wordsOf(option: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  const words = text.split(/[\s\u3000]+/).filter(word => word !== '');
  if (words.length === 0) misuse({ zh: `${option} 不能为空`, en: `${option} must not be empty` });
  return words;
}
