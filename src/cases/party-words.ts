import type { PartyKey } from './party.ts';

/** The words by which people name what they say of a party, in both languages. */
const LABELS_OF: Readonly<Record<PartyKey | 'age', string>> = {
  name: 'name 姓名 名字 名称 单位名称 当事人 当事人姓名 申请人 被申请人 信访人 申请人姓名 被申请人姓名 户主 户主姓名 原告 被告 甲方 乙方 甲 乙',
  phone: 'phone 电话 电话号码 手机 手机号 手机号码 联系电话 联系方式',
  id: 'id 身份证 身份证号 身份证号码 证件号 证件号码 公民身份号码',
  household: 'household 户 户编号 户号',
  kind: 'kind 当事人类型 个人或单位',
  sex: 'sex 性别',
  birth: 'birth 出生 出生年 出生年份 出生年月 出生日期 出生年月日 生年 生于',
  ethnicity: 'ethnicity 民族 族别',
  occupation: 'occupation 职业 职务 职业或职务 工作单位',
  address: 'address 住址 地址 家庭住址 家庭地址 现住址 住所 住所地 单位或住址 单位住址 户籍地址',
  representative: 'representative 代理人 委托代理人 代表人 法定代表人 法人代表 负责人',
  authority: 'authority 委托书 委托书日期 委托日期 授权委托书 授权日期',
  language: 'language 语言 使用语言 语种',
  age: 'age 年龄',
};

/** What each label means. */
export const LABELS: ReadonlyMap<string, PartyKey | 'age'> = new Map(
  Object.entries(LABELS_OF).flatMap(([key, words]) =>
    words.split(' ').map(word => [word, key as PartyKey | 'age'] as const),
  ),
);

const LONGEST_FIRST = [...LABELS.keys()].sort((a, b) => b.length - a.length);

/** A label with its sign, wherever it begins: the text before it belongs to something else. */
export const LABELLED = new RegExp(`(?<![A-Za-z])(?:${LONGEST_FIRST.join('|')})\\s*[=:]`, 'gi');

/** Chinese labels that stand right before their value without any sign: 电话13900000001. */
export const GLUED = new RegExp(`^(${LONGEST_FIRST.filter(word => /^[^a-z]{2,}$/.test(word)).join('|')})(.+)$`);

/** The ethnic groups as GB/T 3304 names them, without 族. */
const GROUPS =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 ' +
  '土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 ' +
  '赫哲 门巴 珞巴 基诺';

export const ETHNICITIES: ReadonlySet<string> = new Set(GROUPS.split(' '));

/** Names of groups that could be somebody's name, too: they need their 族. */
export const ALSO_NAMES: ReadonlySet<string> = new Set(['高山', '东乡', '保安', '水', '白', '京', '土']);

/** Languages that a party may ask for, as people write them without a label. */
export const LANGUAGE = /^(普通话|(汉|蒙古?|达斡尔|鄂温克|鄂伦春|满|朝鲜|俄|手)(语|话))$/;

/** Occupations and offices that people add to a name without a label. */
const CALLINGS =
  '农民 牧民 村民 居民 农户 牧户 社员 职工 工人 干部 村干部 教师 医生 司机 学生 军人 退休 退休职工 务农 务工 农民工 无业 待业 个体 个体户 经商 商户 ' +
  '村民代表 组长 队长 社长 村长 主任 副主任 书记 副书记 支书 村支书 村主任 委员 会计 出纳 经理 总经理 老师 校长 厂长 站长 所长 局长 科长 镇长 乡长 ' +
  '护林员 网格员 保洁员 驾驶员 厨师 木匠 瓦工 电工';

export const OCCUPATIONS: ReadonlySet<string> = new Set(CALLINGS.split(' '));

/** Those of them that people put right before a name: 村民张三. */
export const TITLED = /^(农民工|村民|居民|牧民|农民|社员|职工|工人|农户|牧户)(?!代表|群众)(\p{Script=Han}{2,4})$/u;

/** Words for people that are no name. */
export const NOBODYS_NAME: ReadonlySet<string> = new Set(
  '妻子 丈夫 妻 夫 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹 亲属 亲戚 邻居 本人 双方 对方 其他 其余 其他人 多人 全体 全体村民 群众 党员 代表 未提供 外出 已故 残疾人'.split(
    ' ',
  ),
);

/** How the names of organisations end; shorter words that end so can be people. */
export const ORGANISATION =
  /^.{2,}(公司|集团|企业|[厂局院所处站店矿]|合作社|联合社|信用社|供销社|委员会|[村居管]委会?|政府|中心|协会|学会|商会|联合会|基金会|学校|[小中大]学|幼儿园|卫生室|银行|[支分]行|[农林牧渔]场|养殖场|物业|超市|商[场厦]|市场|酒楼|宾馆|餐馆|门市部|[工施][程工]队|项目部|机构|部门|小组|合伙|工作室)$/u;

/** How addresses end. */
export const ADDRESS = /(旗|县|市|盟|区|镇|乡|苏木|村|嘎查|屯|[路街巷道]|组|号|栋|幢|楼|单元|室|户)$/u;

/** An address that cannot be a name: with figures in it, or a numbered group. */
export const SURE_ADDRESS = /\d.*(组|号|栋|幢|楼|单元|室|户|屯|街|路|巷)$|^[一二三四五六七八九十]+(组|屯|队)$/u;

/** Family names of two characters: a name of four that begins so can end like an address. */
export const DOUBLE_SURNAME =
  /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|长孙|宇文|司徒|端木|百里|南宫|呼延|钟离|拓跋)/u;
