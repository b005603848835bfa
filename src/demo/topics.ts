/** A matter that visits are about. */
export interface Topic {
  /** Codes of task domains. */
  readonly domains: readonly string[];
  readonly matters: readonly string[];
  readonly outcomes?: readonly string[];
  /** Months (1 to 12) in which it comes up; always, where absent. */
  readonly months?: readonly number[];
  /** Whether it comes up in communities only, or in villages only. */
  readonly community?: boolean;
}

const FIELDS: readonly Topic[] = [
  {
    domains: ['revitalisation'],
    months: [5, 6],
    community: false,
    matters: ['了解{crop}播种进度和农资价格', '查看{crop}出苗情况，还差{n}亩未种完', '登记种子补贴面积，讲解申报时间'],
    outcomes: ['帮助联系农机合作社', '已转农牧部门答复', '户主说春耕资金够用', '约定查田后再来'],
  },
  {
    domains: ['revitalisation', 'governance'],
    months: [7, 8],
    community: false,
    matters: ['查看低洼地{crop}排水情况', '提醒防汛值守，核对转移联系人', '询问{crop}田间管理和病虫害情况'],
    outcomes: ['排水沟由村里统一清理', '已记下防汛电话', '请农技员到地里看一看', '目前没有险情'],
  },
  {
    domains: ['revitalisation'],
    months: [9, 10],
    community: false,
    matters: ['了解{crop}收割和销售情况', '协助联系收割机，预计{n}天内收完', '核对{crop}保险理赔面积，损失约{money}'],
    outcomes: ['粮价信息已转告', '理赔材料当场收齐', '户主说今年收成不错', '收完后再来回访'],
  },
  {
    domains: ['revitalisation', 'publicity'],
    months: [5, 6, 7, 8, 9, 10, 11, 12],
    community: false,
    matters: ['家中养{animal}{n}头，询问防疫和贷款', '动员参加庭院经济项目', '了解务工意愿，介绍就近就业岗位'],
  },
];

const SAFETY: readonly Topic[] = [
  {
    domains: ['governance'],
    months: [10, 11, 12],
    matters: [
      '检查取暖炉具和烟道，提醒防一氧化碳中毒',
      '查看电线老化情况，讲解用电安全',
      '核对过冬柴煤储备，约可用{n}个月',
    ],
    outcomes: ['隐患当场整改', '已代为联系维修人员', '户主已签收提示单', '下周复查'],
  },
  {
    domains: ['governance'],
    community: true,
    matters: [
      '反映楼道灯不亮、单元门损坏',
      '反映小区停车难和充电桩不足',
      '反映暖气不热，去年缴费{money}',
      '商议加装扶手的事',
    ],
    outcomes: ['已转物业{n}日内答复', '列入社区议事会议题', '现场与物业通了电话', '维修后再回访'],
  },
  {
    domains: ['governance', 'law'],
    matters: ['讲解防范电信诈骗，帮助安装反诈软件', '提醒不要轻信高息集资和保健品推销'],
    outcomes: ['户主说记住了不转账', '已发放宣传单一份', '家中老人也听得明白'],
  },
];

const PEACE: readonly Topic[] = [
  {
    domains: ['mediation'],
    community: false,
    matters: [
      '与邻居因地边垄沟有分歧，听双方各自说明',
      '因{animal}吃庄稼起争执，对方要求赔{money}',
      '宅基地滴水问题双方各执一词',
    ],
    outcomes: ['当场调解，双方握手言和', '约定{n}日后到现场丈量', '请人民调解员一同劝解', '双方同意各让一步'],
  },
  {
    domains: ['mediation'],
    matters: [
      '婆媳因照看孩子闹了别扭，分别做了工作',
      '兄弟之间为赡养老人意见不一',
      '借款{money}到期未还，帮助商定还款办法',
    ],
    outcomes: ['双方已达成口头协议', '转人民调解员跟进', '情绪已经平复', '约定{n}天后再谈'],
  },
  {
    domains: ['petition'],
    matters: [
      '询问前期反映事项的办理进度，说明仍在期限内',
      '了解有无需要代办的信访事项',
      '解释养老保险补缴问题的答复意见',
    ],
    outcomes: ['户主认可答复', '由代办员协助整理材料', '没有新的诉求', '承诺按程序逐级反映'],
  },
  {
    domains: ['unity'],
    matters: ['宣讲民族团结进步故事', '邀请参加各族群众联欢和鲁日格勒舞活动', '聊起各族邻里互帮互助的往事'],
    outcomes: ['户主愿意当宣讲志愿者', '大家谈得很热闹', '全家报名参加'],
  },
];

const POLICY: readonly Topic[] = [
  {
    domains: ['publicity'],
    matters: [
      '宣传城乡居民医保缴费政策',
      '讲解低保和临时救助申请条件',
      '介绍高龄津贴和残疾人补贴',
      '说明助学贷款办理流程',
    ],
    outcomes: ['户主表示知晓', '帮助准备申请材料', '已代查缴费记录', '留下政策明白纸', '符合条件，协助申报'],
  },
  {
    domains: ['law'],
    matters: ['讲解土地承包和流转合同的注意事项', '用身边事讲民法典婚姻家庭编', '解答劳务欠薪怎样申请法律援助'],
    outcomes: ['留下法律服务热线', '户主说以后签合同先来问', '约驻村律师{n}日后见面'],
  },
  {
    domains: ['discipline'],
    matters: ['核对惠民补贴到账情况，共{money}', '听取对村务公开和干部作风的意见', '说明补贴发放监督电话'],
    outcomes: ['账目相符', '意见已如实记录', '户主没有意见', '已请村务监督委员会答复'],
  },
  {
    domains: ['governance', 'publicity'],
    matters: ['征求对村规民约修订的意见', '商量门前卫生和垃圾分类', '动员参加议事会，推选居民代表'],
    outcomes: ['提了{n}条意见', '户主愿意带头', '意见带回会上讨论'],
  },
];

/** Everything that diaries are about. */
export const TOPICS: readonly Topic[] = [...FIELDS, ...SAFETY, ...PEACE, ...POLICY];
