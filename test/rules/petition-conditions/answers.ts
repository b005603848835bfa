import { BANNER, OTHER_TOWNSHIP, offerTo, TOWNSHIP } from '../../support/disputes.ts';
import { task } from '../../support/petitions.ts';
import {
  about,
  both,
  type Case,
  department,
  details,
  type More,
  notified,
  opinion,
  organ,
  told,
  underReview,
} from './words.ts';

export const ANSWERS: readonly Case[] = [
  [
    'somethingToTell',
    'notice',
    [{ status: 'concluded', notifiedOn: '2023-06-15' }],
    'reached the petitioner on 2023-06-15',
    [{ status: 'concluded', notifiedOn: null }],
  ],
  [
    'somethingToTell',
    'notice',
    [{ status: 'declined', notices: [told('refusal')] }, about('refusal')],
    'The notice of refusal of 150722100200-2023-P1 was served on 2023-06-12',
    [{ status: 'declined' }, about('refusal')],
  ],
  [
    'somethingToTell',
    'notice',
    [{ status: 'lodged', offer: undefined }, about('transfer')],
    'was not transferred to anybody',
    [{ status: 'lodged', offer: offerTo(BANNER) }, about('transfer')],
  ],
  [
    'tellsWhatHappened',
    'notice',
    [{ status: 'accepted' }, about('opinion')],
    'has no opinion to give notice of now',
    [{ status: 'accepted' }, about('acceptance')],
  ],
  [
    'hasGround',
    'notice',
    [{}, about('transfer')],
    'was not transferred to anybody',
    [{ tasks: [task()] }, about('transfer')],
  ],
  [
    'hasGround',
    'notice',
    [{}, about('transfer')],
    'was not transferred',
    [{ offer: offerTo(BANNER) }, about('transfer')],
  ],
  ['hasGround', 'notice', [{}, about('extension')], 'was not extended', [{ extended: true }, about('extension')]],
  [
    'hasGround',
    'notice',
    [{ tasks: [task()] }, about('acceptance', department)],
    '旗人社局 has not accepted 150722100200-2023-P1',
    [both, about('acceptance', department)],
  ],
  [
    'hasGround',
    'notice',
    [{ extended: true, ...both }, about('extension', department)],
    'was not extended',
    [{ tasks: [task({ state: 'accepted', extended: true })] }, about('extension', department)],
  ],
  [
    'notToldBefore',
    'notice',
    [{ notices: [told('acceptance')] }, about('acceptance')],
    'The notice of acceptance of 150722100200-2023-P1 was served on 2023-06-12',
    [{ notices: [told('acceptance', 7)] }, about('acceptance')],
  ],
  [
    'notToldBefore',
    'notice',
    [{ extended: true, notices: [told('extension')] }, about('extension')],
    'The notice of extension of',
    [{ tasks: [task()], notices: [told('transfer')] }, about('transfer')],
  ],
  ...(['review', 're-examine'] as const).flatMap((move): Case[] => {
    const reviewed = { reviewed: move === 're-examine' };
    const [stage, able, word, other] =
      move === 'review'
        ? (['reviewStage', 'reviewable', 'review', 're-examine'] as const)
        : (['examineStage', 'examinable', 're-examination', 'review'] as const);
    const unread = { ...reviewed, notifiedOn: null };
    const due = (applyDue: string | undefined): More => [{ ...notified, ...reviewed, applyDue }];
    return [
      ['reviewedOrNotified', move, [unread], 'has not reached the petitioner', [{ ...notified, ...reviewed }]],
      [
        'reviewedOrNotified',
        move,
        [unread],
        'has not reached the petitioner',
        [{ ...unread, ...underReview(move) }, opinion],
      ],
      [
        stage,
        move,
        [{ ...underReview(other) }, opinion],
        `is under ${other === 'review' ? 'review' : 're-examination'}`,
        [{ ...underReview(move) }, opinion],
      ],
      [able, move, [{ ...notified, ...reviewed }, opinion], `No ${word}`, [notified]],
      [
        able,
        move,
        [{ ...notified, ...reviewed }, details({ outcome: 'upheld' })],
        `No ${word}`,
        [{ ...underReview(move) }, opinion],
      ],
      [able, move, due('2023-06-19'), `A ${word} had to be requested by 2023-06-19 (30 days`, due('2023-06-20')],
      [able, move, due('2023-06-19'), `A ${word} had to be requested by 2023-06-19`, due(undefined)],
      ...[details({}), details({ outcome: 'upheld' }), details({ opinion: '原答复正确', organ })].map((said): Case => {
        const decided: More = [underReview(move), opinion];
        return [able, move, [underReview(move), said], 'is being decided: the opinion is needed', decided];
      }),
    ];
  }),
  [
    'reviewStage',
    'review',
    [{ ...notified, reviewed: true }],
    'has been reviewed; the next step is a re-examination',
    [notified],
  ],
  ['examineStage', 're-examine', [{ ...notified, reviewed: false }], 'has not been reviewed yet', [notified]],
  ...(['review', 're-examine'] as const).flatMap((move): Case[] => {
    const home: More = [{ ...notified, reviewed: move === 're-examine' }];
    const fresh = { ...notified, applyDue: undefined, reviewed: false };
    const decided = { ...underReview(move), reviewed: move === 're-examine' } as const;
    const atBanner = { ...decided, handler: BANNER.unit_id, holder: BANNER.unit_id };
    return [
      ['opinionToReview', move, [{ ...fresh, isSuggestion: true }], 'is a suggestion: there is no review', home],
      ['opinionToReview', move, [{ ...fresh, classedAs: 'litigation' }], 'got no handling opinion', home],
      ['opinionToReview', move, [{ ...fresh, handler: undefined }], 'was only carried by a village', home],
      ['decidedAbove', move, [decided, { ...opinion, actor: TOWNSHIP }], 'cannot review it itself', [decided, opinion]],
      ['decidedAbove', move, [decided, { ...opinion, actor: OTHER_TOWNSHIP }], 'is not for 红彦镇', [decided, opinion]],
      [
        'decidedAbove',
        move,
        [atBanner, details({ outcome: 'upheld', opinion: '原答复正确', organ: undefined })],
        'cannot review it itself',
        [atBanner, opinion],
      ],
    ];
  }),
];
