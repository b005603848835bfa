import { type AreaTree, apart } from './area-tree.ts';

/** Disputes and petitions, and who handles them. */
export const CASES: AreaTree = {
  dispute: {
    zh: '纠纷',
    duty: 'entry',
    summary: { zh: '矛盾纠纷：三级调处', en: 'disputes in three tiers' },
    load: apart(
      {
        list: async () => (await import('../disputes/commands/list.ts')).list,
        show: async () => (await import('../disputes/commands/show.ts')).show,
      },
      async () => [
        ...(await import('../disputes/commands/all.ts')).disputeCommands,
        ...(await import('../experts/commands/invite.ts')).inviteCommands,
        ...(await import('../paper/disputes/commands.ts')).disputePaperCommands,
      ],
    ),
  },
  petition: {
    zh: '信访',
    duty: 'entry',
    summary: { zh: '信访和代办', en: 'petitions and their agents' },
    load: apart(
      {
        list: async () => (await import('../petitions/commands/list.ts')).list,
        show: async () => (await import('../petitions/commands/show.ts')).show,
      },
      async () => [
        ...(await import('../petitions/commands/all.ts')).petitionCommands,
        ...(await import('../paper/petitions/commands.ts')).petitionPaperCommands,
      ],
    ),
  },
  agent: {
    zh: '代办员',
    duty: 'entry',
    summary: { zh: '信访代办员', en: 'petition agents' },
    load: async () =>
      (await import('../agents/commands.ts')).agentCommands(
        (await import('../reports/workload.ts')).workload,
        (await import('../petitions/open-work-store.ts')).agentWork,
      ),
  },
  department: {
    zh: '部门',
    summary: { zh: '承办部门', en: 'departments that tasks go to' },
    load: async () =>
      (await import('../departments/commands.ts')).departmentCommands(
        (await import('../admin/open-work.ts')).departmentWork,
      ),
  },
};
