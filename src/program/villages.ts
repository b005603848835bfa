import type { AreaTree } from './area-tree.ts';

/** What is done for villages and households, and what they deliver. */
export const VILLAGES: AreaTree = {
  need: {
    zh: '需求',
    duty: 'entry',
    summary: { zh: '群众需求和办理结果', en: 'what households need, and what was done' },
    load: async () => (await import('../needs/commands.ts')).needCommands,
  },
  benefit: {
    zh: '惠民',
    duty: 'entry',
    summary: { zh: '惠民政策告知和补贴发放', en: 'policies and subsidies brought to households' },
    load: async () => (await import('../benefits/commands.ts')).benefitCommands,
  },
  'village-rule': {
    zh: '村规',
    duty: 'entry',
    summary: { zh: '村规民约和居民公约', en: 'village rules, residents’ compacts' },
    load: async () => (await import('../village-rules/commands.ts')).villageRuleCommands,
  },
  'village-rule-step': {
    zh: '村规步骤',
    duty: 'entry',
    summary: { zh: '村规民约的制定步骤：起草、讨论、表决、公布', en: 'the steps by which village rules came about' },
    load: async () => (await import('../village-rules/commands.ts')).villageRuleStepCommands,
  },
  outreach: {
    zh: '宣传',
    duty: 'entry',
    summary: { zh: '政策法规宣传活动', en: 'outreach on laws and policies' },
    load: async () => (await import('../outreach/commands.ts')).outreachCommands,
  },
  'return-kind': {
    zh: '报表种类',
    summary: {
      zh: '每月应报的报表：谁报送、次月几日前',
      en: 'the returns that are expected every month: from whom, by which day',
    },
    load: async () => (await import('../returns/commands.ts')).returnKindCommands,
  },
  receipt: {
    zh: '收报',
    duty: 'entry',
    summary: {
      zh: '收报登记：哪个单位哪个月的报表哪天收到',
      en: 'returns that were received: from whom, for which month, when',
    },
    load: async () => (await import('../returns/commands.ts')).receiptCommands,
  },
};
