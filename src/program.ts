import type { Area } from './cli/command.ts';

/** The command tree, one line an area; an area's code is loaded when it is called. */
export const AREAS: readonly Area[] = [
  {
    name: 'init',
    zh: '建账',
    summary: { zh: '建立新台账', en: 'create a new ledger' },
    solo: true,
    load: async () => [(await import('./admin/init.ts')).init],
  },
  {
    name: 'demo',
    zh: '演示',
    summary: { zh: '生成一个旗的演示台账并打印主要报表', en: 'make the demo banner and print the main tables' },
    solo: true,
    load: async () => [(await import('./demo/command.ts')).demo],
  },
  {
    name: 'unit',
    zh: '机构',
    summary: { zh: '机构:旗、乡镇、村、社区', en: 'units: banner, townships, villages, communities' },
    load: units,
  },
  {
    name: 'team',
    zh: '服务队',
    summary: { zh: '村(社区)服务队', en: 'service teams of villages and communities' },
    load: async () => (await import('./teams/commands/team.ts')).teamCommands,
  },
  {
    name: 'cadre',
    zh: '干部',
    summary: { zh: '走访干部', en: 'the cadres who visit' },
    load: async () => (await import('./teams/commands/cadre.ts')).cadreCommands,
  },
  {
    name: 'pair',
    zh: '结对',
    summary: { zh: '结对:两名干部一组', en: 'pairs: two cadres who visit together' },
    load: pairs,
  },
  {
    name: 'household',
    zh: '户',
    summary: { zh: '户', en: 'households' },
    load: async () => (await import('./households/commands/household.ts')).householdCommands,
  },
  {
    name: 'assignment',
    zh: '包户',
    summary: { zh: '包户:谁负责哪一户', en: 'who looks after which household' },
    load: async () => (await import('./households/commands/assignment.ts')).assignmentCommands,
  },
  {
    name: 'handover',
    zh: '交接',
    summary: { zh: '把一名干部的户交给另一名', en: 'hand one cadre’s households to another' },
    solo: true,
    load: async () => [(await import('./households/commands/handover.ts')).handover],
  },
  {
    name: 'visit',
    zh: '走访',
    summary: { zh: '入户走访和民情日记', en: 'household visits and diaries' },
    load: async () => (await import('./visits/commands/visit.ts')).visitCommands,
  },
  {
    name: 'domain',
    zh: '领域',
    summary: { zh: '工作领域目录', en: 'the task domains' },
    load: async () => (await import('./visits/commands/domain.ts')).domainCommands,
  },
  { name: 'report', zh: '报表', summary: { zh: '报表:覆盖、未访', en: 'reports: coverage, missed' }, load: reports },
  {
    name: 'import',
    zh: '导入',
    summary: { zh: '做过的导入:查看、撤回', en: 'imports that were made: list, take back' },
    load: async () => (await import('./admin/imports.ts')).importCommands,
  },
  {
    name: 'check',
    zh: '核对',
    summary: { zh: '核对整个台账', en: 'verify the whole ledger' },
    solo: true,
    load: async () => [(await import('./admin/check.ts')).check],
  },
  {
    name: 'log',
    zh: '日志',
    summary: { zh: '操作日志', en: 'the journal' },
    solo: true,
    load: async () => [(await import('./admin/log.ts')).log],
  },
];

async function units() {
  const [{ unitCommands }, { OPEN_WORK }] = await Promise.all([
    import('./units/commands.ts'),
    import('./admin/open-work.ts'),
  ]);
  return unitCommands(OPEN_WORK);
}

async function pairs() {
  const [own, households] = await Promise.all([
    import('./teams/commands/pair.ts'),
    import('./households/commands/pair.ts'),
  ]);
  return [...own.pairCommands, ...households.pairHouseholdCommands];
}

async function reports() {
  const [{ coverage }, { missed }] = await Promise.all([
    import('./reports/coverage.ts'),
    import('./reports/missed.ts'),
  ]);
  return [coverage, missed];
}
