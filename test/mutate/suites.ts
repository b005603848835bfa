/** Tests that should notice a change, quickest first; the next stage runs only where the one before noticed nothing. */
export interface Stage {
  readonly files: readonly string[];
  /** Only the tests with such names. */
  readonly names?: string;
}

const rules = (...names: readonly string[]): Stage => ({ files: names.map(name => `test/rules/${name}.test.ts`) });
const transcripts = (...names: readonly string[]): Stage => ({
  files: ['test/transcripts.test.ts'],
  names: `transcript (${names.join('|')})`,
});
const files = (...names: readonly string[]): Stage => ({ files: names.map(name => `test/${name}.test.ts`) });

/** By the beginning of a path in src; the longest that fits counts. */
export const SUITES: Readonly<Record<string, readonly Stage[]>> = {
  agents: [rules('petition-agents'), transcripts('agents', 'petitions')],
  assessment: [
    rules('assessment', 'assessment-scheme', 'assessment-scheme-file', 'assessment-subjects'),
    files('assessment.property'),
    transcripts('assessment', 'zh-assessment'),
    files('article/assessment'),
  ],
  benefits: [rules('village-rules'), transcripts('needs', 'withdrawals')],
  cases: [
    rules('disputes', 'petitions', 'dispute-conditions', 'petition-conditions', 'offers', 'replay'),
    files('disputes.property', 'petitions.property', 'lifecycle', 'check'),
    transcripts('disputes', 'petitions'),
  ],
  centre: [rules('centre'), transcripts('centre', 'zh-centre'), files('article/sites')],
  deadlines: [
    rules('deadlines', 'deadline-state', 'unannounced-years', 'announcements', 'notice-text'),
    files('edges/holidays'),
    transcripts('deadlines', 'year-end', 'suspended'),
  ],
  disputes: [
    rules('disputes', 'dispute-effects', 'dispute-conditions', 'old-ledgers', 'replay'),
    files('disputes.property', 'lifecycle', 'check'),
    transcripts('disputes', 'zh-disputes'),
  ],
  experts: [rules('experts'), transcripts('experts')],
  guidance: [rules('guidance'), transcripts('guidance')],
  households: [rules('households', 'replacement'), transcripts('households', 'assignments', 'handover', 'pairs')],
  kernel: [rules('kernel', 'periods', 'resident-id', 'deadlines'), transcripts('coverage', 'usage')],
  'linked-leaders': [rules('meeting-leaders'), transcripts('meeting-leaders')],
  meetings: [
    rules('meetings', 'meeting-leaders'),
    files('edges/agenda'),
    transcripts('meetings', 'meeting-leaders'),
    files('article/meetings'),
  ],
  needs: [rules('village-rules'), transcripts('needs', 'withdrawals')],
  petitions: [
    rules('petitions', 'petition-conditions', 'petition-agents', 'old-ledgers'),
    files('petitions.property', 'petition-roads', 'petition-clocks', 'petition-handling', 'check'),
    transcripts('petitions', 'zh-petitions'),
  ],
  register: [
    rules('decide', 'dated-changes', 'span'),
    transcripts('units', 'households', 'sites', 'import-undo', 'domains'),
  ],
  desk: [rules('todo'), files('edges/todo', 'edges/agenda'), transcripts('todo', 'meetings', 'needs')],
  'reports/coverage': [
    files('edges/coverage', 'edges/rosters'),
    transcripts('coverage', 'missed', 'zh-main'),
    files('coverage.property'),
  ],
  'reports/gaps': [files('edges/rosters'), rules('gaps'), transcripts('gaps'), files('article/sites')],
  'reports/headline': [
    files('edges/rosters', 'edges/disputes'),
    rules('headline'),
    transcripts('headline', 'zh-main'),
    files('article/headline', 'article/campaign'),
  ],
  'reports/petitions': [files('edges/petitions'), transcripts('petitions', 'agents'), files('petitions.property')],
  'reports/quality': [files('edges/quality'), transcripts('quality')],
  'reports/resolution': [
    files('edges/disputes', 'edges/late-disputes', 'edges/quality'),
    files('resolution.property'),
    transcripts('resolution', 'zh-main'),
  ],
  'reports/scorecard': [files('edges/scorecard', 'edges/late-disputes'), transcripts('assessment', 'campaign')],
  reports: [
    files('edges/rosters', 'edges/disputes', 'edges/late-disputes', 'edges/sessions', 'edges/petitions'),
    rules('headline', 'gaps', 'reports'),
    transcripts(
      'coverage',
      'headline',
      'resolution',
      'missed',
      'quality',
      'gaps',
      'domain-report',
      'todo',
      'petitions',
      'zh-main',
      'centre',
      'agents',
    ),
    files('coverage.property', 'resolution.property'),
    files(
      'article/headline',
      'article/tiers',
      'article/campaign',
      'article/petitions',
      'article/assessment',
      'article/sites',
    ),
  ],
  sites: [rules('sites'), transcripts('sites', 'zh-centre'), files('article/sites')],
  teams: [rules('teams'), transcripts('cadres', 'pairs')],
  units: [rules('units'), transcripts('units', 'unit-recode'), files('recoded-units', 'renamed-units')],
  'village-rules': [rules('village-rules'), transcripts('village-rules')],
  visits: [rules('visits'), transcripts('visits', 'visits-import'), files('visit-tallies')],
};
