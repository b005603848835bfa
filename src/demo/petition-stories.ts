import type { Day } from '../kernel/day.ts';
import type { OldPetition } from '../petitions/old-ledger.ts';

/** A petition before its people are drawn: where and when it was lodged, what it demands, and how it ended. */
export interface Story extends Extras {
  readonly on: Day;
  readonly unit: string;
  readonly channel: OldPetition['channel'];
  readonly category: string;
  readonly demand: string;
  /** Days from lodging to acceptance, from there to the reply, from there to closing; as many as the petition has reached. */
  readonly days: Days;
}

type Days = readonly [number] | readonly [number, number] | readonly [number, number, number];

/** How a petition proceeds that a clerk enters move by move: to a department, up to the next unit, or up and back again. */
export type Way = 'routed' | 'raised' | 'returned';

interface Extras extends Partial<Pick<OldPetition, 'kind' | 'outcome' | 'rating'>> {
  readonly way?: Way;
  readonly declined?: boolean;
  readonly people?: number;
  /** How many represent all of them. */
  readonly representatives?: number;
  /** The petition of the same people that this one repeats. */
  readonly repeats?: Story;
}

const DECLINED: Extras = { declined: true };
const SUGGESTION: Extras = { kind: 'suggestion' };
const BASICALLY: Extras = { rating: 'basically' };
const UNRATED: Extras = { rating: 'none' };
/** Concluded a short while ago and not rated yet. */
const JUST_CONCLUDED: Extras = { rating: null };
const EXPLAINED: Extras = { outcome: 'explain', rating: 'basically' };
const ROUTED: Extras = { way: 'routed' };
const RAISED: Extras = { way: 'raised' };
const RETURNED: Extras = { way: 'returned' };

/** In the village of the examples: accepted in August, without a reply and without an extension. */
const PENSION = story('2023-08-07', '150722100200', 'visit', '04', '养老保险有两年没有入账，要求核对补缴', [3]);
/** Not satisfied with the reply, they lodged it again. */
const MANURE = story('2023-07-06', '150722103200', 'call', '09', '养殖场粪污顺沟流出，要求治理', [2, 44], {
  outcome: 'explain',
  rating: 'not',
});

/** Every petition of the banner, in the order of lodging: 29 agency cases concluded, 4 open, 4 declined. */
export const STORIES: readonly Story[] = [
  story('2023-05-08', '150722106200', 'visit', '08', '通往农田的砂石路被冲断，要求维修', [2, 25, 20], group(15, 2)),
  story('2023-05-10', '150722100202', 'visit', '07', '家中一人新患慢性病，要求复核低保', [3, 30, 21]),
  story('2023-05-15', '150722110205', 'call', '01', '春耕贷款贴息没有到账，要求查明', [4, 22]),
  story('2023-05-18', '150722105001', 'visit', '03', '住宅楼屋面漏雨，要求修缮', [5, 41, 18], {
    ...group(12, 3),
    ...ROUTED,
  }),
  story('2023-05-23', '150722108203', 'visit', '02', '土地承包经营权证遗失，要求补办', [2, 34, 16]),
  story('2023-05-29', '150722104', 'visit', '04', '在镇区工地务工，要求发放拖欠的工资', [1, 18, 14], group(9, 2)),
  story('2023-06-05', '150722203201', 'visit', '05', '异地住院的医保报销迟迟没有办结', [3, 27]),
  story('2023-06-08', '150722201200', 'letter', '08', '村口大车多，建议增设减速带', [6, 45, 20], SUGGESTION),
  story('2023-06-13', '150722109204', 'visit', '01', '自来水时有时无，要求解决饮水困难', [2, 50, 20], {
    ...group(30, 4),
    ...RAISED,
  }),
  story('2023-06-19', '150722102204', 'visit', '07', '独居老人申请临时救助，要求尽快办理', [1, 12, 20], RAISED),
  story('2023-06-28', '150722205204', 'visit', '02', '宅基地登记正在行政复议，要求先行更改', [2], DECLINED),
  story('2023-07-04', '150722111202', 'visit', '04', '要求核对养老保险缴费年限', [3, 38, 19]),
  MANURE,
  story('2023-07-12', '150722112001', 'online', '13', '楼道堆物清理，建议张贴统一安排', [5, 20], {
    ...SUGGESTION,
    ...UNRATED,
  }),
  story('2023-07-18', '150722106', 'letter', '06', '要求核实学生营养餐补助的发放', [7, 33, 20], BASICALLY),
  story('2023-07-24', '150722100001', 'online', '03', '小区路灯损坏多日，要求修复', [3, 21, 15], ROUTED),
  story('2023-07-31', '150722202206', 'visit', '01', '低洼地受涝，要求核定农业保险理赔面积', [4, 49], BASICALLY),
  PENSION,
  story('2023-08-10', '150722110212', 'visit', '12', '退役军人优待证信息有误，要求更正', [2, 24, 16]),
  story('2023-08-15', '150722105206', 'call', '02', '修路占地的补偿款没有发放，要求说明', [20, 50], EXPLAINED),
  story('2023-08-22', '150722', 'letter', '04', '要求核查企业拖欠的务工工资', [4, 39, 21], group(6, 3)),
  story('2023-08-28', '150722108', 'visit', '05', '要求恢复卫生院的夜间急诊', [3, 31], BASICALLY),
  story('2023-09-04', '150722102209', 'visit', '08', '桥面护栏被撞断，要求修复', [2, 36, 20], RETURNED),
  story('2023-09-06', '150722100200', 'letter', '04', PENSION.demand, [2], { ...DECLINED, repeats: PENSION }),
  story('2023-09-11', '150722100214', 'visit', '02', '林地与耕地界线不清，要求查阅确权档案', [5, 71], EXPLAINED),
  story('2023-09-18', '150722109001', 'visit', '10', '集市摊位收费没有公示，要求公开标准', [2, 19, 20]),
  story('2023-09-25', '150722201204', 'visit', '14', '邻居之间借款未还，要求判定利息', [1], DECLINED),
  story('2023-10-09', '150722203', 'visit', '11', '文化活动室冬季无法使用，要求修缮', [4, 40], UNRATED),
  story('2023-10-12', '150722103200', 'visit', '09', MANURE.demand, [4, 42, 21], { repeats: MANURE }),
  story('2023-10-16', '150722111205', 'visit', '04', '公益性岗位补贴少发一个月，要求补发', [2, 28], ROUTED),
  story('2023-10-19', '150722100200', 'visit', '07', '冬季取暖补贴没有发放，要求核对名单', [4, 18, 21], ROUTED),
  story('2023-10-23', '150722112003', 'call', '03', '供暖后室温不达标，要求检修管网', [1, 25], group(8, 2)),
  story('2023-11-06', '150722202', 'visit', '04', '外地工程款没有结清，要求镇里垫付', [2], DECLINED),
  story('2023-11-13', '150722105203', 'visit', '07', '申请残疾人护理补贴，要求上门评定', [2, 35], JUST_CONCLUDED),
  story('2023-11-20', '150722106215', 'visit', '01', '秸秆离田补助少算面积，要求复核', [3], ROUTED),
  story('2023-11-27', '150722', 'online', '03', '要求明确老旧小区改造的排期', [4], { ...group(10, 2), ...ROUTED }),
  story('2023-12-04', '150722110001', 'call', '05', '医保报销比例与告知的不一致，要求复核', [3], RETURNED),
];

function story(
  on: Day,
  unit: string,
  channel: Story['channel'],
  category: string,
  demand: string,
  days: Days,
  extras: Extras = {},
): Story {
  return { on, unit, channel, category, demand, days, ...extras };
}

function group(people: number, representatives: number): Extras {
  return { people, representatives };
}
