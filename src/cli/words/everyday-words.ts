import type { Text } from '../../kernel/text.ts';

/** Categories by their codes: of disputes, and of petitions. */
interface Categories {
  readonly dispute?: readonly string[];
  readonly petition?: readonly string[];
}

/**
 * What people at the counter call things, with the commands for them, for `help` and for words that are no command, and with
 * the categories that are meant where a case is about them, the likeliest first.
 */
type Everyday = readonly [words: readonly string[], commands: readonly string[], categories?: Categories];

const EVERYDAY_WORDS: readonly Everyday[] = [
  [['承包', '转包', '流转'], ['dispute register'], { dispute: ['07a', '07'], petition: ['01'] }],
  [['征地', '拆迁', '补偿款'], ['dispute register'], { dispute: ['08'], petition: ['02', '03'] }],
  [['宅基地', '盖房', '房子'], ['dispute register'], { dispute: ['03'], petition: ['02', '03'] }],
  [
    ['占地', '地界', '边界', '土地', '林地', '草场'],
    ['dispute register'],
    { dispute: ['07', '03', '08'], petition: ['02'] },
  ],
  [['院墙', '滴水', '采光', '噪音'], ['dispute register'], { dispute: ['02', '03'], petition: ['13'] }],
  [['邻里'], ['dispute register'], { dispute: ['02'], petition: ['13'] }],
  [['吵架', '打架'], ['dispute register'], { dispute: ['02', '06'], petition: ['13'] }],
  [['牲畜', '庄稼', '啃青'], ['dispute register'], { dispute: ['02', '06', '05'], petition: ['01'] }],
  [['种子', '化肥', '农药'], ['dispute register'], { dispute: ['05', '11'], petition: ['01', '10'] }],
  [['工钱', '欠薪', '工资', '讨薪'], ['dispute register'], { dispute: ['10a', '10'], petition: ['04'] }],
  [['借钱', '欠款', '债务', '借条'], ['dispute register'], { dispute: ['04'] }],
  [['车祸', '撞车', '交通事故'], ['dispute register'], { dispute: ['13', '06'] }],
  [['看病', '医院', '误诊'], ['dispute register'], { dispute: ['12'], petition: ['05'] }],
  [['假货', '退货', '网购'], ['dispute register'], { dispute: ['11', '16'], petition: ['10'] }],
  [['赔偿', '受伤', '摔伤'], ['dispute register'], { dispute: ['06', '13', '12'] }],
  [['离婚', '赡养', '婚姻', '家庭', '彩礼', '分家', '抚养'], ['dispute register'], { dispute: ['01'] }],
  [
    ['调解', '矛盾', '案件', '立案'],
    ['dispute register', 'dispute list', 'dispute mediate'],
  ],
  [
    ['协议', '化解', '司法确认'],
    ['dispute settle', 'dispute show'],
  ],
  [
    ['文书', '协议书', '申请书', '封面', '目录', '笔录', '结案报告'],
    ['dispute print', 'dispute print-template'],
  ],
  [['打印'], ['dispute print', 'petition print', 'visit print', 'report monthly']],
  [
    ['回执', '告知书', '意见书', '委托书'],
    ['petition print', 'dispute print'],
  ],
  [
    ['上交', '移交', '交办', '转办'],
    ['dispute escalate', 'dispute hand-down', 'dispute refer'],
  ],
  [
    ['来信', '来访', '上访', '举报', '告状', '投诉', '反映'],
    ['petition lodge', 'petition list'],
  ],
  // What a village is to be given is no dispute: where it is registered as one, it is among the others.
  [['低保', '慰问', '救助', '五保'], ['benefit add', 'need add'], { dispute: ['15'], petition: ['07'] }],
  [['补贴'], ['benefit add', 'need add'], { dispute: ['15'], petition: ['01', '07'] }],
  [['医保', '社保', '养老'], ['benefit add', 'need add'], { dispute: ['15'], petition: ['04'] }],
  [['政策'], ['benefit add', 'need add']],
  [['修路', '路灯', '自来水'], ['need add', 'petition lodge'], { dispute: ['15'], petition: ['08', '03'] }],
  [['上学', '学校'], ['need add', 'petition lodge'], { dispute: ['15'], petition: ['06'] }],
  [['退伍', '参军'], ['petition lodge'], { dispute: ['15'], petition: ['12'] }],
  [['村务', '村干部', '村委会'], ['petition lodge'], { dispute: ['15'], petition: ['13'] }],
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
    ['隐私', '身份证', '保密'],
    ['privacy report', 'privacy due'],
  ],
  [
    ['导出包', '数据包', '导入包', '上报数据'],
    ['bundle export', 'bundle import', 'bundle status'],
  ],
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

/** What people call things that a category is for: those for which it is the likeliest, then the others. */
export function everydayNames(
  kind: keyof Categories,
  category: string,
): readonly [likeliest: readonly string[], others: readonly string[]] {
  const at = (fits: (place: number) => boolean) =>
    EVERYDAY_WORDS.flatMap(([words, , categories]) => (fits(categories?.[kind]?.indexOf(category) ?? -1) ? words : []));
  return [at(place => place === 0), at(place => place > 0)];
}

/** The categories of a kind of case that everyday words name. */
export function everydayCategories(kind: keyof Categories): readonly string[] {
  return [...new Set(EVERYDAY_WORDS.flatMap(([, , categories]) => categories?.[kind] ?? []))];
}

/** What the commands for an everyday word are, in a sentence; undefined where it is no such word. */
export function everydayHelp(word: string): Text | undefined {
  const lines = everydayCommands(word).map(command => `tiaochu ${command}`);
  if (lines.length === 0) return undefined;
  return {
    zh: `「${word}」可以用：${lines.join('、')}；各命令加 --help 查看用法`,
    en: `For "${word}": ${lines.join(', ')}; each explains itself with --help`,
  };
}

/** All commands that are named for everyday words. */
export const EVERYDAY_COMMANDS: readonly string[] = EVERYDAY_WORDS.flatMap(([, commands]) => commands);
