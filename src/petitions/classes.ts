import { type Text, wordList } from '../kernel/text.ts';

/** The classes of claims and the road that each takes (信访工作条例 Art. 31, items 1 to 6). */
export const CLASSES = wordList({
  litigation: { zh: '诉讼、复议等法律程序', en: 'litigation' },
  arbitration: { zh: '仲裁', en: 'arbitration' },
  'party-appeal': { zh: '党员申诉、申请复审', en: 'party appeal' },
  administrative: { zh: '行政程序', en: 'administrative procedure' },
  'statutory-duty': { zh: '履行法定职责', en: 'statutory duty' },
  residual: { zh: '信访程序', en: 'residual' },
});

export type ClaimClass = keyof typeof CLASSES;

/** Where a claim of a class is dealt with. */
export const ROADS: Readonly<Record<ClaimClass, Text>> = {
  litigation: {
    zh: '依照法定程序处理：告知信访人向法院、检察院、公安或复议机关提出（信访工作条例第三十一条第一项）',
    en: 'it takes its legal procedure: the petitioner turns to the court, the procuratorate, the police or the organ of reconsideration (Regulations on Petition Work Art. 31(1))',
  },
  arbitration: {
    zh: '导入仲裁程序：告知信访人向仲裁机构申请（信访工作条例第三十一条第二项）',
    en: 'it goes to arbitration: the petitioner applies to the arbitration commission (Regulations on Petition Work Art. 31(2))',
  },
  'party-appeal': {
    zh: '导入党员申诉、申请复审程序：告知信访人向有关党组织提出（信访工作条例第三十一条第三项）',
    en: 'it is an appeal within the Party: the petitioner turns to the Party organisation in charge (Regulations on Petition Work Art. 31(3))',
  },
  administrative: {
    zh: '导入行政复议、裁决、确认、许可、处罚等行政程序：告知信访人向主管行政机关申请（信访工作条例第三十一条第四项）',
    en: 'it takes an administrative procedure: the petitioner applies to the administrative organ in charge (Regulations on Petition Work Art. 31(4))',
  },
  'statutory-duty': {
    zh: '由负有法定职责的机关依法履行或者答复（信访工作条例第三十一条第五项）',
    en: 'the organ whose statutory duty it is performs it or answers (Regulations on Petition Work Art. 31(5))',
  },
  residual: {
    zh: '由受理机关调查核实，60 日内出具处理意见书（信访工作条例第三十一条第六项）',
    en: 'the organ that accepted it looks into it and gives a handling opinion within 60 days (Regulations on Petition Work Art. 31(6))',
  },
};

/** What of a petition says whether it gets a handling opinion. */
export interface Classified {
  readonly isSuggestion: boolean;
  readonly classedAs: ClaimClass | '';
}

/**
 * Only a residual claim gets a handling opinion within 60 days, and with it a review; a claim that nobody classified counts as
 * residual. A suggestion has neither, and the other classes take their own roads.
 */
export function hasOpinion({ isSuggestion, classedAs }: Classified): boolean {
  return !isSuggestion && (classedAs === '' || classedAs === 'residual');
}
