import { moveCommandsOf, openUnit } from '../../cases/move-command.ts';
import type { Command } from '../../cli/command.ts';
import { choice, flag, option, optionList, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asDay, asName } from '../../cli/values.ts';
import { misuse } from '../../kernel/failure.ts';
import { unitNamed } from '../../units/tree.ts';
import { signing } from '../agreement.ts';
import { DISPUTES } from '../area.ts';
import { EXTENTS, FORMS, GRADES, OUTCOMES, SATISFACTIONS } from '../dispute.ts';
import { loadDispute } from '../store.ts';
import { asFen, asSigning } from '../values.ts';

const moveCommand = moveCommandsOf(DISPUTES, '150722100200-2023-3');
const reason = option('--reason <text>', reasonParam.summary, asName);
const needed = { reason: required(reason) } as const;
const rights = option(
  '--rights-notified <day>',
  { zh: '告知当事人权利义务的日期', en: 'the day on which the parties were informed of their rights' },
  asDay,
);
const names = (term: string, zh: string, en: string) => optionList(term, { zh, en }, asName);

/** Passing a dispute on; which statuses allow it is in src/disputes/transitions.ts. */
const passing: readonly Command[] = [
  moveCommand('accept', {
    summary: { zh: '受理，或接收别的单位移交来的纠纷', en: 'accept a registered dispute, or one that is offered' },
    params: { rightsNotified: rights },
  }),
  moveCommand('decline', {
    summary: { zh: '不予受理', en: 'decline a registered dispute' },
    options: '--reason 法院已立案',
    params: needed,
  }),
  moveCommand('escalate', {
    summary: { zh: '上报：移交给上一级，对方接收后才转移', en: 'offer it one tier up; it moves when it is accepted' },
    options: '--reason 涉及两村',
    params: {
      reason,
      direct: option(
        '--direct <reason>',
        { zh: '没有调解记录而直接上报的理由', en: 'why it is escalated without a mediation' },
        asName,
      ),
    },
    act: ({ reason: why, direct }) => ({ reason: why ?? direct, direct }),
  }),
  moveCommand('hand-down', {
    summary: { zh: '交办：移交给自己的下级', en: 'offer it to a unit below, with a day for the result' },
    options: '--to 150722100200 --due 2023-06-30',
    params: {
      to: required(option('--to <unit>', { zh: '下级机构', en: 'the unit below' })),
      due: required(
        option('--due <day>', { zh: '要求办结的日期', en: 'the day by which the result is wanted' }, asDay),
      ),
      reason,
    },
    act: (said, { scene }) => ({ ...said, to: openUnit(said.to, scene).code }),
  }),
  moveCommand('return', {
    summary: { zh: '退回：不接收移交，或把已接收的退给原单位', en: 'refuse an offer, or offer an accepted case back' },
    options: '--reason 不属本镇',
    params: needed,
  }),
  moveCommand('recall', {
    summary: { zh: '收回尚未答复的移交', en: 'recall an unanswered offer' },
    params: { reason },
  }),
  moveCommand('refer', {
    summary: { zh: '转送有关部门处理，仍由本单位持有', en: 'refer it to a department; the holder stays' },
    options: '--department 旗自然资源局',
    params: {
      department: required(option('--department <name>', { zh: '部门', en: 'the department' }, asName)),
      reason,
    },
  }),
  moveCommand('joint', {
    summary: { zh: '与别的单位联合调解，仍由本单位持有', en: 'mediate jointly with other units; the holder stays' },
    options: '--with 后宜卧奇村 --reason 跨村',
    params: { with: required(names('--with <unit...>', '联合的单位', 'the other units')), reason },
    act: (said, { scene }) => ({ ...said, with: said.with.map(unit => unitNamed(scene.tree, unit).name) }),
  }),
];

/** Working on a case. */
const working: readonly Command[] = [
  moveCommand('mediate', {
    summary: { zh: '登记一次调解', en: 'enter a mediation session' },
    options: '--mediator 郭海山 --outcome unfinished --record 双方各执一词',
    params: {
      mediator: required(names('--mediator <name...>', '调解员（第一个是主办）', 'the mediators, the lead first')),
      outcome: required(choice('--outcome <outcome>', { zh: '结果', en: 'what it came to' }, OUTCOMES)),
      record: required(option('--record <text>', { zh: '调解记录', en: 'the record' }, asName)),
      place: option('--place <text>', { zh: '地点', en: 'where' }),
      present: option('--present <text>', { zh: '参加人', en: 'who else was there' }),
      refused: flag('--refused', { zh: '有当事人明确拒绝调解', en: 'a party clearly refuses mediation' }),
      rightsNotified: rights,
    },
    act: said => ({ ...said, refused: said.refused || undefined }),
  }),
  moveCommand('regrade', {
    summary: { zh: '调整难易程度', en: 'give it another grade' },
    options: '--grade complex --reason 涉及三个村组',
    params: {
      grade: required(choice('--grade <grade>', { zh: '难易程度', en: 'the grade' }, GRADES)),
      ...needed,
    },
  }),
  moveCommand('sponsor', {
    summary: { zh: '指定包案领导', en: 'name the leader in charge' },
    options: '--leader 孟志强',
    params: { leader: required(option('--leader <name>', { zh: '包案领导', en: 'the leader' }, asName)) },
  }),
  moveCommand('suspend', {
    summary: { zh: '中止调解', en: 'suspend it' },
    options: '--reason 等待鉴定',
    params: needed,
  }),
  moveCommand('resume', {
    summary: { zh: '恢复调解', en: 'resume it' },
    params: { reason },
  }),
  moveCommand('extend', {
    summary: { zh: '双方同意后把调解期限延长一个月', en: 'extend the mediation by a month, both parties consenting' },
    options: '--consented --reason 双方还在商量',
    params: { consented: flag('--consented', { zh: '双方当事人同意', en: 'both parties consent' }), reason },
  }),
];

/** Ending a case. */
const ending: readonly Command[] = [
  moveCommand('settle', {
    summary: { zh: '化解：达成协议', en: 'settle it with an agreement' },
    options: '--form oral --content 各让一步，恢复地界 --rights-notified 2023-06-01',
    params: {
      form: required(choice('--form <form>', { zh: '协议形式', en: 'form of the agreement' }, FORMS)),
      content: required(option('--content <text>', { zh: '协议内容', en: 'what was agreed' }, asName)),
      amountFen: option('--amount <yuan>', { zh: '协议金额（元）', en: 'amount in yuan' }, asFen),
      performBy: option('--perform-by <day>', { zh: '履行期限', en: 'the day by which it is performed' }, asDay),
      rightsNotified: rights,
      preventedCrime: flag('--prevented-crime', { zh: '防止民转刑', en: 'kept from turning criminal' }),
    },
    act: said => ({ ...said, preventedCrime: said.preventedCrime || undefined }),
  }),
  moveCommand('sign', {
    summary: {
      zh: '登记书面协议的签署日期，签齐后生效',
      en: 'enter the signing dates of a written agreement, which takes effect when they are complete',
    },
    options: '--parties 2023-06-01 --mediator 2023-06-01 --committee 2023-06-02',
    params: {
      parties: option(
        '--parties <day>',
        { zh: '当事人全部签署的日期', en: 'the day on which all parties signed' },
        asDay,
      ),
      party: optionList(
        '--party <number=day...>',
        { zh: '一名当事人签署的日期，如 1=2023-06-01', en: 'the day on which a party signed, like 1=2023-06-01' },
        asSigning,
      ),
      mediator: option('--mediator <day>', { zh: '调解员签名日期', en: 'the day on which the mediator signed' }, asDay),
      committee: option('--committee <day>', { zh: '调委会盖章日期', en: 'the day of the committee’s seal' }, asDay),
    },
    act: ({ parties, party, mediator: mediatorOn, committee: committeeOn }, { caseFile }) => {
      if (!(parties || party || mediatorOn || committeeOn))
        misuse(
          { zh: '没有写明签署日期', en: 'No date of signing was given' },
          {
            zh: '用 --parties、--party、--mediator、--committee 写明日期',
            en: 'Add --parties, --party, --mediator or --committee with a day',
          },
        );
      return signing(caseFile, { parties, party, mediatorOn, committeeOn });
    },
  }),
  moveCommand('perform', {
    summary: { zh: '登记协议履行情况', en: 'enter how the agreement was carried out' },
    options: '--extent full',
    params: {
      extent: choice('--extent <extent>', { zh: '履行程度（默认全部）', en: 'how far (default: in full)' }, EXTENTS),
      note: option('--note <text>', { zh: '说明', en: 'a note' }),
    },
    act: ({ extent = 'full', note }) => ({ extent, note }),
  }),
  moveCommand('follow-up', {
    summary: { zh: '登记回访', en: 'enter a follow-up visit' },
    options: '--satisfaction satisfied',
    params: {
      satisfaction: required(choice('--satisfaction <word>', { zh: '满意度', en: 'satisfaction' }, SATISFACTIONS)),
      by: option('--by <name>', { zh: '回访人', en: 'who called' }, asName),
      note: option('--note <text>', { zh: '回访情况', en: 'what was found' }),
    },
  }),
  moveCommand('close', {
    summary: { zh: '结案：履行完毕，或写明原因', en: 'close it: performed, or with a reason' },
    params: { reason },
  }),
  moveCommand('terminate', {
    summary: { zh: '终止调解，告知其他途径', en: 'terminate it and inform the parties of their other remedies' },
    options: '--remedies-told --reason 对方拒绝',
    params: {
      remediesTold: flag('--remedies-told', {
        zh: '已告知仲裁、行政、司法途径',
        en: 'the parties have been informed of their other remedies',
      }),
      ...needed,
    },
  }),
  moveCommand('withdraw', {
    summary: { zh: '当事人撤回', en: 'a party withdraws it' },
    options: '--reason 自行和解',
    params: needed,
  }),
  moveCommand('reopen', {
    summary: { zh: '重启：化解后又反复，或终止、撤回后重新受理', en: 'reopen it after a relapse, or after its end' },
    options: '--reason 又起争执',
    params: needed,
  }),
  moveCommand('merge', {
    summary: {
      zh: '并案：同一件纠纷重复登记的，并入另一件',
      en: 'merge a dispute that was registered twice into the other',
    },
    options: '--into 150722100200-2023-2',
    params: {
      into: required(option('--into <number>', { zh: '并入哪一件', en: 'the dispute that stays' })),
      reason: reasonParam,
    },
    act: (said, { context }) => {
      const target = loadDispute(context.db, said.into);
      return { ...said, into: target.number, intoStatus: target.status };
    },
  }),
];

export const moveCommands: readonly Command[] = [...passing, ...working, ...ending];
