/** What people at the counter call things, with the commands for them: for `help` and for words that are no command. */
const EVERYDAY_WORDS: readonly (readonly [words: readonly string[], commands: readonly string[]])[] = [
  [['占地', '宅基地', '地界', '土地', '边界', '院墙', '滴水', '邻里', '吵架', '打架'], ['dispute register']],
  [['借钱', '欠款', '债务', '工钱', '欠薪', '赔偿', '离婚', '赡养', '婚姻', '家庭'], ['dispute register']],
  [
    ['调解', '矛盾', '案件', '立案'],
    ['dispute register', 'dispute list', 'dispute mediate'],
  ],
  [
    ['协议', '化解', '司法确认'],
    ['dispute settle', 'dispute show'],
  ],
  [
    ['上交', '移交', '交办', '转办'],
    ['dispute escalate', 'dispute hand-down', 'dispute refer'],
  ],
  [
    ['来信', '来访', '上访', '举报', '告状', '投诉', '反映'],
    ['petition lodge', 'petition list'],
  ],
  [
    ['低保', '补贴', '医保', '慰问', '救助', '政策'],
    ['benefit add', 'need add'],
  ],
  [
    ['困难', '诉求', '帮扶'],
    ['need add', 'need list'],
  ],
  [
    ['入户', '日记', '家访', '走村'],
    ['visit add', 'visit list', 'visit import'],
  ],
  [['没走到', '没去', '漏访', '未走访'], ['report missed']],
  [
    ['户主', '农户', '家庭成员', '花名册'],
    ['household show', 'household list', 'household import'],
  ],
  [
    ['搬家', '迁出', '销户'],
    ['household change', 'household close'],
  ],
  [
    ['包联', '包村', '分工'],
    ['assignment list', 'pair list'],
  ],
  [
    ['调离', '换人', '离岗'],
    ['handover', 'cadre close'],
  ],
  [
    ['村子', '乡镇', '嘎查', '苏木', '社区'],
    ['unit list', 'unit tree'],
  ],
  [
    ['超期', '到期', '逾期'],
    ['todo', 'dispute list', 'report overdue'],
  ],
  [
    ['月报', '统计', '汇总', '上报表'],
    ['report resolution', 'report bulletin', 'report headline'],
  ],
  [
    ['会议', '议程', '半月'],
    ['meeting agenda', 'meeting list'],
  ],
  [
    ['打分', '排名', '评分'],
    ['report scorecard', 'assessment list'],
  ],
  [
    ['导入', '表格', 'excel', 'wps', 'xlsx'],
    ['import', 'visit import', 'household import'],
  ],
  [['查询', '搜索', '找人', '查人'], ['find']],
  [
    ['改错', '录错', '删除', '撤回'],
    ['import undo', 'visit withdraw', 'dispute step-back', 'petition step-back'],
  ],
  [
    ['假期', '放假', '调休'],
    ['holiday import', 'holiday list'],
  ],
];

/** The commands for an everyday word: it may be a part of what was typed (占地纠纷). */
export function everydayCommands(typed: string): readonly string[] {
  const word = typed.toLowerCase();
  return EVERYDAY_WORDS.find(([words]) => words.some(known => word.includes(known)))?.[1] ?? [];
}

/** All commands that are named for everyday words. */
export const EVERYDAY_COMMANDS: readonly string[] = EVERYDAY_WORDS.flatMap(([, commands]) => commands);
