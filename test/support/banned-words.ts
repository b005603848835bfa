/** A word that messages avoid, and the word of `docs/glossary.md` or of plain usage that they use instead. */
export interface Banned {
  readonly pattern: RegExp;
  readonly instead: string;
}

export const BANNED: Readonly<Record<'zh' | 'en', readonly Banned[]>> = {
  zh: [
    { pattern: /演算/, instead: '试运行' },
    { pattern: /什么也没有写入|没有写入任何/, instead: '未写入任何数据' },
    { pattern: /办法：|办法:/, instead: '提示：' },
    { pattern: /多写了|看不懂|认得|不认识/, instead: '参数过多，无法识别' },
    { pattern: /还没有|是不是|怎么来|别人|跑了|改好/, instead: '尚未，是否，其他人，修改' },
    { pattern: /写不了|读不了|打不开/, instead: '无法写入、读取、打开' },
    { pattern: /本来就/, instead: '与现有内容一致，未作修改' },
    { pattern: /轮到|那边|做完再试/, instead: '仍被占用；请待另一操作完成后重试' },
    { pattern: /坏文件|好的行|坏的行/, instead: '损坏的文件，合格的行' },
    { pattern: /撤回[^，。；]{0,4}导入|导入[^，。；、]{0,6}撤回/, instead: '撤销导入' },
    { pattern: /换码/, instead: '变更代码' },
    { pattern: /没有人包|无人包|没人包|还包着|未包户/, instead: '未落实包户，仍负责包户' },
    { pattern: /上移|下移/, instead: '上报，交办' },
    { pattern: /无可算/, instead: '无考核基数' },
    { pattern: /由谁/, instead: '责任单位（人）' },
    { pattern: /台账进出|所指|接不上/, instead: '流转记录与办理经过一致，引用关系完整' },
    { pattern: /\p{Script=Han}[,?!] ?\p{Script=Han}|\(\p{Script=Han}/u, instead: '全角标点' },
  ],
  en: [
    { pattern: /\bmend(s|ed|ing)?\b/i, instead: 'correct' },
    { pattern: /\btak(e|es|en|ing) (in|back)\b/, instead: 'import, recall, undo' },
    {
      pattern: /\bcannot be taken\b|\bwas taken (in|back)\b|^not taken\b/i,
      instead: 'cannot be imported, not accepted',
    },
    { pattern: /\bnothing found\b|\bfound nothing\b/, instead: '54 checks passed' },
    { pattern: /\bother roads\b/, instead: 'other remedies' },
    {
      pattern: /\bwhat stands\b|\bas it stands\b|\bwhere it stands\b|\bstands? back\b/,
      instead: 'current, status, recused',
    },
    { pattern: /\bstanding\b/, instead: 'existing, current' },
    { pattern: /(?<!\bthere )\b(is|are|was|were) no (?!longer\b|\{)/i, instead: 'is not a …, there is no …' },
    { pattern: / done; /, instead: 'accepted, settled' },
    { pattern: /\bnowhere\b/, instead: 'would reference missing records' },
    { pattern: /\bgives? way\b/, instead: 'is hidden first' },
    { pattern: /\bhas them not\b|\bleaves out ends\b/, instead: 'if the file omits them' },
    { pattern: /\bpass(es|ed)? it (up|on)\b/, instead: 'escalate, hand down, refer' },
    { pattern: /\b(the|only) (good|bad) (ones|rows)\b/, instead: 'valid rows, invalid rows' },
    { pattern: /\btold (their|of)\b|\brights told\b|\btell the\b/i, instead: 'informed, notified' },
    { pattern: /\b(grade|tier|agent|operator|cadre|domain)s? only\b/, instead: 'only this …' },
    { pattern: /\bcomes? to\b/, instead: 'adds up to' },
    { pattern: /\bknows\b/, instead: 'supports' },
  ],
};
