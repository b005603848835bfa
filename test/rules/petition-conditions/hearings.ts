import { BANNER, TOWNSHIP } from '../../support/disputes.ts';
import { type Case, details } from './words.ts';

const examined = { status: 'under_review', stage: 're-examine', reviewed: true, stageOn: '2023-06-10' } as const;
const heard = (from: string, until = from) => details({ from, until }, { actor: BANNER });

export const HEARINGS: readonly Case[] = [
  [
    'underReExamination',
    'hear',
    [{ ...examined, stage: 'review' }, heard('2023-06-12')],
    'only there the time of a hearing is not counted',
    [examined, heard('2023-06-12')],
  ],
  [
    'heardByExaminer',
    'hear',
    [examined, { ...heard('2023-06-12'), actor: TOWNSHIP }],
    'is entered by 莫旗, not by 尼尔基镇',
    [examined, heard('2023-06-12')],
  ],
  [
    'hearingInOrder',
    'hear',
    [examined, heard('2023-06-12', '2023-06-11')],
    'ends (2023-06-11) before it begins',
    [examined, heard('2023-06-12', '2023-06-12')],
  ],
  [
    'hearingInOrder',
    'hear',
    [examined, heard('2023-06-12', '2023-12-31')],
    'it is entered when it is over',
    [examined, heard('2023-06-12')],
  ],
  [
    'hearingInOrder',
    'hear',
    [examined, heard('2023-06-09')],
    'was asked for on 2023-06-10',
    [examined, heard('2023-06-10')],
  ],
  [
    'hearingInOrder',
    'hear',
    [{ ...examined, heardUntil: '2023-06-13' }, heard('2023-06-13')],
    'until 2023-06-13 is on record',
    [{ ...examined, heardUntil: '2023-06-13' }, heard('2023-06-14')],
  ],
];
