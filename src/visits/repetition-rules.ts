import type { Text } from '../kernel/text.ts';
import { DIARY_FIELD_LIST, type Diary, isBlank, type KeptDiary } from './diary.ts';

/** What two rows of one visit must agree on, besides household, day, mode and pair. */
interface Facts {
  readonly domains: number;
  readonly substitute: 0 | 1;
}

/** How two rows of one visit contradict each other. */
export type Contradiction = 'facts' | 'fields';

/**
 * What a second row of a visit is: nothing new; a further diary, of the second cadre or of the afternoon, which makes no
 * second visit; or a contradiction. Two diaries of one cadre with the same words are one, so their fields must agree. A
 * file that says what a diary said before it was corrected brings nothing new.
 */
export function repetitionOf(
  row: Facts & Diary,
  visit: Facts,
  diaries: readonly KeptDiary[],
): 'already' | 'further' | Contradiction {
  if (row.domains !== visit.domains || row.substitute !== visit.substitute) return 'facts';
  if (isBlank(row)) return 'already';
  const twin = diaries.find(
    diary =>
      diary.diary_by === row.diary_by && saysText(diary, row.diary) && (row.diary !== '' || sameFields(diary, row)),
  );
  if (!twin) return 'further';
  return row.fields === undefined || sameFields(twin, row) ? 'already' : 'fields';
}

const saysText = ({ diary, before }: KeptDiary, text: string) =>
  diary === text || before?.diary?.includes(text) === true;

function sameFields({ fields: kept, before }: KeptDiary, { fields: given }: Diary): boolean {
  return DIARY_FIELD_LIST.every(field => {
    const value = given?.[field] ?? '';
    return (kept?.[field] ?? '') === value || before?.[field]?.includes(value) === true;
  });
}

/** Why a row is refused that contradicts an earlier one of its file, or a visit in the ledger. */
export const CONTRADICTS: Readonly<Record<Contradiction, Readonly<Record<'inFile' | 'inLedger', Text>>>> = {
  facts: {
    inFile: {
      zh: '与本文件前面同日、同户、同两人、同方式的一行工作领域或代访不同',
      en: 'is the day of an earlier row of this file with the same household, pair and mode but other domains or another substitute mark',
    },
    inLedger: {
      zh: '同日、同户、同两人、同方式的走访已有记录，但工作领域或代访不同（更正用 tiaochu visit correct）',
      en: 'is the day of a visit in the ledger with the same household, pair and mode but other domains or another substitute mark (tiaochu visit correct changes it)',
    },
  },
  fields: {
    inFile: {
      zh: '与本文件前面同一篇日记的一行地点、困难、诉求等内容不同',
      en: 'repeats the diary of an earlier row of this file with another place, other difficulties or the like',
    },
    inLedger: {
      zh: '这篇日记已有记录，但地点、困难、诉求等内容不同（更正用 tiaochu visit correct）',
      en: 'repeats a diary in the ledger with another place, other difficulties or the like (tiaochu visit correct changes it)',
    },
  },
};
