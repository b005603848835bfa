import type { Lang } from '../../kernel/text.ts';
import { chineseName } from './option-names.ts';
import { SHORT_NAMES } from './short-names.ts';

/** What stands for a value in the declared terms, in Chinese. */
const VALUES: Readonly<Record<string, string>> = {
  answer: '答复',
  bundle: '数据包',
  card: '名片',
  channel: '渠道',
  class: '种类',
  code: '代码',
  colour: '颜色',
  column: '列',
  command: '命令',
  count: '数',
  day: '日期',
  evidence: '依据',
  extent: '程度',
  file: '文件',
  folder: '文件夹',
  form: '形式',
  format: '格式',
  from: '移交人',
  'from-until': '起止',
  grade: '难易',
  half: '半月',
  household: '户',
  how: '方式',
  id: '号',
  import: '导入号',
  indicator: '指标',
  indicators: '指标',
  item: '事项',
  key: '名称',
  kind: '种类',
  lang: '语言',
  ledger: '台账',
  level: '层级',
  line: '序号',
  list: '列表',
  mark: '校验码',
  meeting: '会议',
  mode: '方式',
  month: '月',
  name: '名称',
  new: '新文件',
  'new-code': '新代码',
  number: '号',
  office: '机关',
  'open|private': 'open|private',
  operator: '操作员',
  organ: '机关',
  outcome: '结果',
  paper: '文书',
  party: '当事人',
  percent: '百分数',
  place: '地点',
  points: '分数',
  post: '职务',
  quarter: '季度',
  reason: '理由',
  record: '记录',
  rights: '角色',
  role: '身份',
  rows: '行数',
  scale: '规模',
  scheme: '方案',
  shell: '终端',
  source: '来源',
  status: '状态',
  step: '步骤',
  subject: '类别',
  text: '文字',
  tier: '层级',
  time: '时间',
  to: '接手人',
  unit: '单位',
  url: '地址',
  user: '用户',
  value: '值',
  visit: '走访号',
  way: '方式',
  weight: '权重',
  what: '内容',
  word: '词',
  words: '词',
  year: '年',
  years: '年数',
  'yes|no': '是|否',
  yuan: '元',
};

/** A declared term as help shows it: what stands for its value is in the user's language. */
export function shownTerm(term: string, lang: Lang): string {
  if (lang === 'en') return term;
  return term.replace(
    /([<[])([^>\]]+?)(\.\.\.)?([>\]])/g,
    (_, open: string, words: string, more: string | undefined, close: string) =>
      `${open}${valueName(words)}${more ?? ''}${close}`,
  );
}

function valueName(words: string): string {
  return (
    VALUES[words] ??
    words
      .split('=')
      .map(word => VALUES[word] ?? word)
      .join('=')
  );
}

/** An argument as the list of arguments shows it. */
export function shownArgument(name: string, lang: Lang): string {
  return lang === 'zh' ? valueName(name) : name;
}

/** An option as help shows it, with the other names that it has: `-o, --输出, --output <文件>`. */
export function shownOption(flags: string, lang: Lang): string {
  const name = /--([a-z-]+)/.exec(flags)?.[1] ?? '';
  const short = SHORT_NAMES[name];
  const chinese = lang === 'zh' ? chineseName(flags) : undefined;
  return [
    ...(short === undefined ? [] : [`-${short}`]),
    ...(chinese === undefined ? [] : [`--${chinese}`]),
    shownTerm(flags, lang),
  ].join(', ');
}
