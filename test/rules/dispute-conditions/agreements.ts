import type { Dispute } from '../../../src/disputes/dispute.ts';
import { agreement, BANNER, GOOD, VILLAGE } from '../../support/disputes.ts';
import { type Case, details, type More, oral, village } from './words.ts';

export const AGREEMENTS: readonly Case[] = [
  ['nobodyRefuses', 'settle', [{ refused: true }], 'mediation must not continue', [{ refused: false }]],
  [
    'tierOfGrade',
    'settle',
    [village, { actor: VILLAGE }],
    'is complex: it is settled at township level, not by 西博荣村',
    [{ ...village, grade: 'simple' }, { actor: VILLAGE }],
  ],
  [
    'tierOfGrade',
    'settle',
    [{ grade: 'major' }],
    'is major: it is settled at banner level',
    [{ grade: 'major', holder: BANNER.unit_id }, { actor: BANNER }],
  ],
  [
    'mediatedHere',
    'settle',
    [{ attempted: false, regraded: true }, details({ ...oral, rightsNotified: '2023-06-20' })],
    'has no mediation on record at 尼尔基镇',
    [{}, details({ ...oral, rightsNotified: '2023-06-20' })],
  ],
  [
    'mediatedHere',
    'settle',
    [{ attempted: false }, details({ ...oral, rightsNotified: '2023-06-20' })],
    'has no mediation on record at 尼尔基镇',
    [{ attempted: false }, details({ ...oral, takenOver: true })],
  ],
  [
    'rightsNotified',
    'settle',
    [{}, details(oral)],
    'have not been informed of their rights',
    [{ rightsOn: '2023-06-02' }, details(oral)],
  ],
  [
    'rightsNotified',
    'settle',
    [{}, details(oral)],
    'have not been informed of their rights',
    [{}, details({ ...oral, rightsNotified: '2023-06-20' })],
  ],
  ...(['accept', 'mediate', 'settle'] as const).map((move): Case => {
    const told = (day: string): More => [GOOD[move][0], details({ rightsNotified: day })];
    return ['noticeByThen', move, told('2023-06-21'), '2023-06-21 is after the day of the act', told('2023-06-20')];
  }),
  ...(['accept', 'mediate', 'settle'] as const).map((move): Case => {
    const told = (day: string): More => [GOOD[move][0], details({ rightsNotified: day })];
    return ['noticeByThen', move, told('2023-05-31'), 'is before the registration on 2023-06-01', told('2023-06-01')];
  }),
  ...(['mediatorOn', 'committeeOn', 'parties'] as const).map((who): Case => {
    const signed = (day: string): More => [
      { agreement: agreement(), settledOn: '2023-06-10' },
      details({ [who]: day }),
    ];
    return [
      'signedByThen',
      'sign',
      signed('2023-06-09'),
      'is before the settlement on 2023-06-10',
      signed('2023-06-10'),
    ];
  }),
  ...(['mediatorOn', 'committeeOn', 'parties'] as const).map((who): Case => {
    const signed = (day: string): More => [{ agreement: agreement() }, details({ [who]: day })];
    return ['signedByThen', 'sign', signed('2023-06-21'), '2023-06-21 is after the day', signed('2023-06-20')];
  }),
  [
    'signedByThen',
    'sign',
    [{ agreement: agreement() }, details({ party: [[1, '2023-06-21']] })],
    '2023-06-21 is after the day of the act, 2023-06-20',
    [{ agreement: agreement() }, details({ party: [[1, '2023-06-20']] })],
  ],
  [
    'performAhead',
    'settle',
    [{ rightsOn: '2023-06-02' }, details({ ...oral, performBy: '2023-06-19' })],
    'cannot be due on 2023-06-19, before it',
    [{ rightsOn: '2023-06-02' }, details({ ...oral, performBy: '2023-06-20' })],
  ],
  [
    'writtenForLand',
    'settle',
    [{ writtenOnly: true }, details({ ...oral, rightsNotified: '2023-06-20' })],
    'its agreement must be written',
    [{ writtenOnly: true }, details({ ...oral, form: 'written', rightsNotified: '2023-06-20' })],
  ],
  [
    'writtenForLand',
    'settle',
    [{ writtenOnly: true }, details({ ...oral, rightsNotified: '2023-06-20' })],
    'its agreement must be written',
    [{ writtenOnly: true }, details({ ...oral, takenOver: true })],
  ],
  ...(
    [
      [[['2023-06-19', 100]], 'before the agreement of 2023-06-20', [['2023-06-20', 100]]],
      [
        [
          ['2023-07-20', 100],
          ['2023-07-20', 100],
        ],
        'is not after that of 2023-07-20',
        [
          ['2023-07-20', 100],
          ['2023-07-21', 100],
        ],
      ],
    ] as const
  ).map(([bad, message, good]): Case => {
    const owed = (instalments: unknown): More => [{ rightsOn: '2023-06-02' }, details({ ...oral, instalments })];
    return ['instalmentsInOrder', 'settle', owed(bad), message, owed(good)];
  }),
  [
    'instalmentsInOrder',
    'settle',
    [{ rightsOn: '2023-06-02' }, details({ ...oral, instalments: [['2023-07-20', 100]], performBy: '2023-07-21' })],
    'but its last instalment on 2023-07-20',
    [{ rightsOn: '2023-06-02' }, details({ ...oral, instalments: [['2023-07-20', 100]], performBy: '2023-07-20' })],
  ],
  [
    'instalmentsAddUp',
    'settle',
    [{ rightsOn: '2023-06-02' }, details({ ...oral, instalments: [['2023-07-20', 100]], amountFen: 101 })],
    'add up to 1.00 yuan, but the agreement is about 1.01',
    [{ rightsOn: '2023-06-02' }, details({ ...oral, instalments: [['2023-07-20', 100]], amountFen: 100 })],
  ],
  ...(
    [
      [2, 'has instalments 1 to 1'],
      [0, 'has instalments 1 to 1'],
    ] as const
  ).map(([instalment, message]): Case => {
    const owing: Partial<Dispute> = {
      agreement: agreement({
        effectiveOn: '2023-06-10',
        instalments: [{ dueOn: '2023-07-20', amountFen: 100, extent: 'part' }],
      }),
    };
    const part = (number: number): More => [owing, details({ extent: 'full', instalment: number })];
    return ['instalmentOpen', 'perform', part(instalment), message, part(1)];
  }),
  [
    'instalmentOpen',
    'perform',
    [
      {
        agreement: agreement({
          effectiveOn: '2023-06-10',
          instalments: [{ dueOn: '2023-07-20', amountFen: 100, extent: 'full' }],
        }),
      },
      details({ extent: 'full', instalment: 1 }),
    ],
    'was already performed in full',
    [
      {
        agreement: agreement({
          effectiveOn: '2023-06-10',
          instalments: [{ dueOn: '2023-07-20', amountFen: 100, extent: 'refused' }],
        }),
      },
      details({ extent: 'full', instalment: 1 }),
    ],
  ],
  [
    'instalmentOpen',
    'perform',
    [{ agreement: agreement({ effectiveOn: '2023-06-10' }) }, details({ extent: 'full', instalment: 1 })],
    'has no instalments',
    [{ agreement: agreement({ effectiveOn: '2023-06-10' }) }, details({ extent: 'full' })],
  ],
  [
    'unsignedAgreement',
    'sign',
    [{ agreement: agreement({ form: 'oral', effectiveOn: '2023-06-10' }) }],
    'has an oral agreement; nothing is signed',
    [{ agreement: agreement() }],
  ],
  [
    'unsignedAgreement',
    'sign',
    [{ agreement: agreement({ effectiveOn: '2023-06-10' }) }],
    'has been in effect since 2023-06-10',
    [{ agreement: agreement({ mediatorOn: '2023-06-10' }) }],
  ],
  [
    'agreementInEffect',
    'perform',
    [{ agreement: agreement({ mediatorOn: '2023-06-10' }) }],
    'lacks signatures and is not in effect',
    [{ agreement: agreement({ effectiveOn: '2023-06-10' }) }],
  ],
];
