import type { Topic } from './topic.ts';

/** The words that a newcomer meets first; docs/glossary.md has all of them. */
export const glossary: Topic = {
  name: 'glossary',
  zh: '用词',
  title: { zh: '用词：一样东西只用一个词', en: 'Glossary: one word for one thing' },
  entries: [
    [
      { zh: '台账', en: 'ledger' },
      { zh: '一个文件，旗县的全部记录都在里面', en: 'one file with all records of a county' },
    ],
    [
      { zh: '机构', en: 'unit' },
      { zh: '旗县、乡镇、村、社区', en: 'the banner, its townships, villages and communities' },
    ],
    [
      { zh: '户', en: 'household' },
      { zh: '走访的对象，编号 18 位：村、组、户', en: 'who is visited; 18 digits: village, group, number' },
    ],
    [
      { zh: '结对', en: 'pair' },
      { zh: '一起走访的两名干部', en: 'two cadres who visit together' },
    ],
    [
      { zh: '包户', en: 'assignment' },
      { zh: '一户由哪个结对、哪名干部负责', en: 'which pair and cadre is responsible for a household' },
    ],
    [
      { zh: '走访', en: 'visit' },
      { zh: '一个结对某日到一户，附民情日记', en: 'a pair at a household on a day, with its diary' },
    ],
    [
      { zh: '纠纷', en: 'dispute' },
      { zh: '当事人之间的矛盾，分简易、复杂、重大', en: 'between parties: simple, complex or major' },
    ],
    [
      { zh: '信访', en: 'petition' },
      { zh: '群众提出的诉求，由代办员送到部门', en: 'what people ask of the authorities; an agent carries it' },
    ],
    [
      { zh: '持有单位', en: 'holder' },
      { zh: '一件目前由哪个机构办理', en: 'the unit that has a case at present' },
    ],
    [
      { zh: '上报、交办', en: 'escalate, hand down' },
      {
        zh: '移交给上一级、下一级；对方受理后才转移',
        en: 'offer a case to the tier above or below; it moves once it is accepted there',
      },
    ],
    [
      { zh: '转送', en: 'refer' },
      { zh: '请部门在期限内反馈，仍由本单位持有', en: 'ask a department to report by a day; the holder stays' },
    ],
    [
      { zh: '化解', en: 'settle' },
      { zh: '当事人达成协议', en: 'the parties agree' },
    ],
    [
      { zh: '履行', en: 'perform' },
      { zh: '协议约定的做到了', en: 'what was agreed is done' },
    ],
    [
      { zh: '结案', en: 'close' },
      { zh: '履行完毕，或写明原因了结', en: 'performed, or ended for a reason' },
    ],
    [
      { zh: '撤销、作废', en: 'withdraw, void' },
      { zh: '记错的不再计入，历史中保留', en: 'what was entered by mistake counts no more; the history keeps it' },
    ],
    [
      { zh: '试运行', en: 'dry run' },
      { zh: '只看会怎样，不写入', en: 'shows what would happen, writes nothing' },
    ],
  ],
};
