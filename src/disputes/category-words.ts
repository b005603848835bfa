import { type CodeRow, codedAs } from '../cases/codes.ts';
import { plain } from '../intake/field.ts';

/** What people call the categories of disputes in their lists, by code; other words are looked for in the names. */
const WORDS: Readonly<Record<string, string>> = {
  '01': '婚姻 家庭 婚恋 离婚 赡养 抚养 继承 分家 家庭婚姻 婚姻恋爱',
  '02': '邻里 相邻 相邻关系 邻里关系 邻居',
  '03': '宅基地 房屋 房产 房屋宅基地',
  '04': '合同 借贷 民间借贷 债务 债权债务 借款 欠款 租赁 买卖',
  '05': '生产经营 经营',
  '06': '损害赔偿 人身损害 人身伤害 赔偿 伤害',
  '07': '土地 山林 草原 草场 林地 地界 地边 山林土地 土地权属',
  '07a': '土地承包 承包地 农村土地承包 土地流转 承包经营',
  '08': '征地 拆迁 征地拆迁 征地补偿',
  '09': '环境 环境污染 污染',
  '10': '劳动 劳动争议 劳资 劳务',
  '10a': '农民工工资 拖欠工资 欠薪 拖欠农民工工资',
  '11': '消费 消费者 消费维权',
  '12': '医疗 医患',
  '13': '交通事故 道路交通 道路交通事故 交通',
  '14': '物业 物业服务',
  '15': '其他 其它',
  '16': '互联网 网络',
};

const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([code, words]) => words.split(' ').map(word => [word, code] as const)),
);

/** The category that a list means: by its code, its name, the usual words, or a word that one name alone has. */
export function categoryCalled<R extends CodeRow>(categories: readonly R[], text: string): R | undefined {
  const found = codedAs(categories, text);
  if (found) return found;
  const word = subject(text);
  if ([...word].length < 2) return undefined;
  const code = CODES.get(word);
  const usual = categories.find(category => category.code === code);
  if (usual) return usual;
  const named = categories.filter(({ name_zh }) => name_zh.includes(word));
  return named.length === 1 ? named[0] : undefined;
}

/** What a dispute is about, without the words for a dispute: 土地 of 土地矛盾纠纷. */
function subject(text: string): string {
  return plain(text)
    .replace(/\s/g, '')
    .replace(/(?:矛盾纠纷|纠纷|矛盾|争议|问题|类)+$/, '');
}

/** The name of a category as a title has it: 土地纠纷 as it is written, 邻里纠纷 for 邻里 or 02. */
export function categoryTitle(categories: readonly CodeRow[], text: string): string {
  const byCode = categories.find(({ code }) => code === plain(text) || code === plain(text).padStart(2, '0'));
  const name = byCode?.name_zh ?? subject(text);
  return name.endsWith('纠纷') ? name : `${name}纠纷`;
}
