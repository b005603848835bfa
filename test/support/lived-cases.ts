import { FIRST } from './ledger.ts';

type Lines = readonly (readonly string[])[];

/** A dispute that lived through everything that a paper is made of; it is number 1 of its village. */
export const LIVED_DISPUTE: Lines = [
  [
    ...['dispute', 'register', '--unit', FIRST, '--grade', 'simple', '--category', '02', '--source', 'applied'],
    ...[
      '--title',
      '院墙滴水纠纷',
      '--facts',
      '两家院墙相邻，屋檐滴水流入对方院内。\n双方多次争吵。',
      '--place',
      '西博荣村一组',
    ],
    ...['--people', '2', '--amount', '3000', '--on', '2023-06-01'],
    '--applicant',
    'name=敖玉兰,ethnicity=达斡尔,occupation=务农,phone=13900001111,address=一组12号,id=150722199912310029',
    ...[
      '--respondent',
      'name=郭海山,sex=男,birth=1975,ethnicity=汉,occupation=瓦工,phone=13900002222,address=一组13号,representative=郭建国,authority=2023-06-02',
    ],
    ...['--as', '何春花'],
  ],
  ['dispute', 'accept', '1', '--on', '2023-06-02', '--rights-notified', '2023-06-02'],
  [
    ...['dispute', 'investigate', '1', '--on', '2023-06-03', '--investigator', '孟志强', '--asked', '何其其格'],
    ...['--record', '院墙建于十年前，滴水沟已淤塞。', '--place', '西博荣村委会', '--hours', '09:00-10:00'],
    ...['--present', '村民小组长', '--recorder', '杜晓光'],
  ],
  [
    ...['dispute', 'mediate', '1', '--on', '2023-06-05', '--mediator', '孟志强', '--mediator', '何秀英'],
    ...['--outcome', 'unfinished', '--record', '双方对修沟费用有分歧。', '--place', '调解室', '--hours', '14:00-15:30'],
    ...['--held', 'open', '--recorder', '杜晓光', '--present', '邻居索海山'],
  ],
  [
    ...['dispute', 'mediate', '1', '--on', '2023-06-06', '--mediator', '孟志强', '--outcome', 'agreed'],
    ...['--record', '双方同意共同修好排水沟。', '--place', '调解室', '--hours', '09:00-11:00', '--held', 'open'],
    ...['--recorder', '杜晓光', '--present', '无'],
  ],
  [
    ...['dispute', 'settle', '1', '--on', '2023-06-06', '--form', 'written'],
    ...['--content', '一、郭海山负责修好排水沟。\n二、郭海山分两期支付敖玉兰三千元。'],
    ...['--facts', '屋檐滴水流入对方院内，造成院墙受潮。', '--issues', '修沟的费用由谁承担。', '--manner', '现金'],
    ...['--place', '西博荣村委会', '--recorder', '杜晓光', '--copies', '3', '--perform-by', '2023-08-01'],
    ...['--instalment', '2023-07-01=1000', '--instalment', '2023-08-01=2000'],
  ],
  [
    'dispute',
    'sign',
    '1',
    '--on',
    '2023-06-07',
    '--parties',
    '2023-06-06',
    '--mediator',
    '2023-06-06',
    '--committee',
    '2023-06-07',
  ],
  ['dispute', 'perform', '1', '--on', '2023-07-01', '--instalment', '1', '--extent', 'full', '--note', '现金当面付清'],
  ['dispute', 'perform', '1', '--on', '2023-08-01', '--instalment', '2', '--extent', 'full'],
  [
    ...['dispute', 'follow-up', '1', '--on', '2023-08-20', '--satisfaction', 'satisfied', '--by', '孟志强'],
    ...['--note', '排水沟已修好，两家来往如常。'],
  ],
  [
    ...['dispute', 'file', '1', '--number', '2023-001', '--shelf', '一柜二层', '--retention', 'long', '--pages', '18'],
    ...['--by', '沃建国', '--on', '2023-08-21'],
  ],
  ['dispute', 'close', '1', '--on', '2023-08-21'],
];

/** A petition that an organ accepted, extended, concluded and answered; it is number 1 of the township. */
export const LIVED_PETITION: Lines = [
  [
    'agent',
    'add',
    '--code',
    '150722100-D01',
    '--name',
    '鄂其其格',
    '--unit-code',
    '150722100',
    '--phone',
    '13900004444',
    '--on',
    '2023-01-01',
  ],
  ['department', 'add', '--code', 'SL', '--name', '旗水利局', '--tier', 'banner', '--on', '2023-01-01'],
  [
    ...['petition', 'lodge', '--unit', '150722100', '--on', '2023-06-01', '--channel', 'visit', '--kind', 'claim'],
    ...['--category', '03', '--demand', '自来水时断时续，请尽快维修。', '--people', '3', '--authority', '2023-06-01'],
    '--petitioner',
    'name=索巴图,ethnicity=鄂温克,occupation=务农,phone=13900003333,address=二组5号,id=150722198001010012',
    ...['--as', '何春花'],
  ],
  ['petition', 'accept', '1', '--on', '2023-06-02'],
  ['petition', 'assign', '1', '--on', '2023-06-02', '--agent', '150722100-D01'],
  ['petition', 'notice', '1', '--on', '2023-06-05', '--kind', 'acceptance', '--how', 'in-person'],
  ['petition', 'route', '1', '--on', '2023-06-06', '--department', 'SL', '--due', '2023-07-20'],
  ['petition', 'report', '1', '--on', '2023-07-10', '--department', 'SL', '--answer', '已更换水泵'],
  [
    ...[
      'petition',
      'extend',
      '1',
      '--on',
      '2023-07-20',
      '--days',
      '30',
      '--approver',
      '沃建国',
      '--reason',
      '配件未到货',
    ],
  ],
  ['petition', 'notice', '1', '--on', '2023-07-20', '--kind', 'extension', '--how', 'mail'],
  ['petition', 'conclude', '1', '--on', '2023-08-10', '--outcome', 'support', '--reply', '水泵已更换，供水恢复正常。'],
  ['petition', 'notice', '1', '--on', '2023-08-11', '--kind', 'opinion', '--how', 'in-person'],
  ['petition', 'rate', '1', '--on', '2023-08-12', '--satisfaction', 'satisfied'],
];

/** A visit with a diary in every field of the paper form, read by a leader; its number is what the ledger gives it. */
export const LIVED_VISIT: readonly string[] = [
  ...['visit', 'add', '--visited-on', '2023-06-10', '--household-code', `${FIRST}010003`],
  ...['--cadre-a', `${FIRST}-C01`, '--cadre-b', `${FIRST}-C02`, '--domains', 'mediation;publicity'],
  ...['--diary', '了解夏锄情况，宣传惠农政策。\n家中老人行动不便。', '--place', '一组 3 号院内'],
  ...['--family', '四口人，两人外出务工', '--difficulties', '种子、化肥价格上涨', '--requests', '希望维修田间路'],
  ...['--thoughts', '惠农政策要讲到户', '--follow-up', '一周内向镇里反映'],
];

/** What follows it. */
export const readingOf = (visit: string): readonly string[] => [
  ...['visit', 'read', visit, '--by', '敖志强', '--post', '镇党委书记', '--on', '2023-06-12'],
  ...['--remark', '请村里一周内回复'],
];
