import { type AreaTree, apart } from './area-tree.ts';

/** What other areas have on record about a household, and about a visit. */
const account = async () => (await import('../desk/household-account.ts')).householdAccount;
const findings = async () => (await import('../desk/visit-findings.ts')).visitFindings;

/** Units, the people who visit, households and visits. */
export const PEOPLE: AreaTree = {
  unit: {
    zh: '机构',
    summary: { zh: '机构：旗、乡镇、村、社区', en: 'units: banner, townships, villages, communities' },
    load: async () => {
      const { OPEN_WORK, LEVEL_RULES } = await import('../admin/open-work.ts');
      return (await import('../units/commands/unit.ts')).unitCommands(
        OPEN_WORK,
        LEVEL_RULES,
        async () => (await import('../admin/merger-parts.ts')).MERGER_PARTS,
      );
    },
  },
  team: {
    zh: '服务队',
    duty: 'entry',
    summary: { zh: '村（社区）服务队', en: 'service teams of villages and communities' },
    load: async () => (await import('../teams/commands/team.ts')).teamCommands,
  },
  cadre: {
    zh: '干部',
    duty: 'entry',
    summary: { zh: '走访干部', en: 'the cadres who visit' },
    load: async () => (await import('../teams/commands/cadre.ts')).cadreCommands,
  },
  pair: {
    zh: '结对',
    duty: 'entry',
    summary: { zh: '结对：两名干部一组', en: 'pairs: two cadres who visit together' },
    load: async () => [
      ...(await import('../teams/commands/pair.ts')).pairCommands,
      ...(await import('../households/commands/pair.ts')).pairHouseholdCommands,
    ],
  },
  household: {
    zh: '户',
    duty: 'entry',
    summary: { zh: '户', en: 'households' },
    load: apart(
      {
        list: async () => (await import('../households/commands/household-list.ts')).list,
        show: async () => (await import('../households/commands/household-show.ts')).show(await account()),
      },
      async () => (await import('../households/commands/household.ts')).householdCommands(await account()),
    ),
  },
  standard: {
    zh: '走访标准',
    summary: { zh: '走访标准：各类户多久入户一次', en: 'visit standards: how often each kind of household is visited' },
    load: async () => (await import('../standards/commands.ts')).standardCommands,
  },
  assignment: {
    zh: '包户',
    duty: 'entry',
    summary: { zh: '包户：各户的责任结对和干部', en: 'assignments: the pair and cadre responsible for each household' },
    load: async () => (await import('../households/commands/assignment.ts')).assignmentCommands,
  },
  handover: {
    zh: '交接',
    duty: 'entry',
    summary: { zh: '将一名干部包的户移交另一名', en: 'hand one cadre’s households to another' },
    solo: true,
    load: async () => [(await import('../households/commands/handover.ts')).handover],
  },
  visit: {
    zh: '走访',
    duty: 'entry',
    summary: { zh: '入户走访和民情日记', en: 'household visits and diaries' },
    load: apart(
      {
        list: async () => (await import('../visits/commands/visit-list.ts')).list,
        show: async () => (await import('../visits/commands/visit-show.ts')).show(await findings()),
      },
      async () => [
        ...(await import('../visits/commands/visit.ts')).visitCommands(
          await findings(),
          (await import('../desk/visit-uses.ts')).visitUses,
        ),
        ...(await import('../paper/visits/commands.ts')).visitPaperCommands,
      ],
    ),
  },
  reading: {
    zh: '阅示',
    duty: 'entry',
    summary: { zh: '领导对民情日记的阅示', en: 'the readings of diaries by leaders' },
    load: async () => (await import('../visits/commands/reading.ts')).readingCommands,
  },
};
