/** How an entry begins. */
export const OPENINGS = [
  '到{head}家走访',
  '入户看望{head}一家',
  '与{head}拉家常',
  '在{head}家院里座谈',
  '到{head}家核对情况',
  '上门听取{head}意见',
  '按计划走访{head}家',
  '傍晚到{head}家坐了坐',
  '与{head}一家谈心',
  '再访{head}家',
];

/** How an entry about a telephone call begins. */
export const CALLS = ['电话联系{head}', '{head}在外务工，通过电话了解情况', '与{head}通话', '电话回访{head}'];

/** Entries where nobody was at home. */
export const ABSENT = [
  '到户时家中无人，邻居说一早下地了，改日再访。',
  '敲门无人应答，打电话未接通，约定下周再来。',
  '{head}外出看病，家中无人，已留下便民联系卡。',
  '{head}一家去{town}走亲戚，未能见面，另约时间。',
  '院门上锁，据邻居讲在外打工，准备改用电话联系。',
  '两次上门均无人，请小组长代为转告来访事由。',
];

/** How an entry ends where its topic has no endings. */
export const OUTCOMES = [
  '户主表示满意',
  '已记入需求簿',
  '答复后一周内回访',
  '当场作了解释',
  '暂无其他诉求',
  '留下便民联系卡',
  '回村后向队长作了汇报',
  '约定月底前再来',
  '全家情况稳定',
  '已向{office}反映',
];

export const SAYINGS = [
  '现在办事不用跑远路了。',
  '有事就给你们打电话。',
  '今年雨水好，心里踏实。',
  '孩子上学的事定下来了，谢谢你们。',
  '这条路修好了，卖粮方便多了。',
  '邻里之间，让一步就过去了。',
  '政策讲明白了，我们就放心了。',
];

type Words = Readonly<Record<string, readonly string[]>>;

const EVERYWHERE: Words = {
  heads: ['大叔', '大姐', '师傅', '大哥', '大娘'],
  office: ['村委会', '综治中心', '司法所', '民政办', '便民大厅'],
  town: ['尼尔基', '旗里', '邻镇', '齐齐哈尔', '女儿家'],
  n: ['二', '三', '四', '五', '六', '八', '十'],
  money: ['两百元', '五百元', '八百元', '一千二百元', '三千元'],
};

/** The words that fill the slots of an entry in a village. */
export const VILLAGE_WORDS: Words = {
  ...EVERYWHERE,
  crop: ['大豆', '玉米', '水稻', '马铃薯', '芸豆', '甜菜'],
  animal: ['牛', '羊', '猪', '鹅'],
};

/** The words that fill the slots of an entry in a community. */
export const COMMUNITY_WORDS: Words = {
  ...EVERYWHERE,
  office: ['居委会', '综治中心', '物业公司', '社区卫生站', '便民大厅'],
  crop: ['蔬菜', '瓜果'],
  animal: ['狗', '鸡'],
};
