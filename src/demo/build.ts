import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Context } from '../cli/command.ts';
import { inTransaction } from '../cli/transaction.ts';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { openLedger } from '../ledger/open.ts';
import { writeSetting } from '../ledger/settings.ts';
import { writeFile } from '../output/file.ts';
import { CAMPAIGN } from './calendar.ts';
import { datasetOf } from './dataset.ts';
import { BANNER, type Scale } from './divisions.ts';
import { FILES, type FileName, filesBeside, recordsIn, textOf } from './files.ts';
import type { Act } from './office/act.ts';
import { actsOf } from './office/acts.ts';
import { DEMO_SETTING, refuseOthersFile } from './ownership.ts';
import { withVisitNumbers } from './visit-numbers.ts';

const STEPS: Readonly<Record<FileName, readonly [noun: string, name: Text]>> = {
  'units.csv': ['unit', { zh: '机构', en: 'units' }],
  'cadres.csv': ['cadre', { zh: '干部', en: 'cadres' }],
  'pairs.csv': ['pair', { zh: '结对', en: 'pairs' }],
  'households.csv': ['household', { zh: '户', en: 'households' }],
  'assignments.csv': ['assignment', { zh: '包户', en: 'assignments' }],
  'visits.csv': ['visit', { zh: '走访', en: 'visits' }],
  'departments.csv': ['department', { zh: '部门', en: 'departments' }],
  'agents.csv': ['agent', { zh: '代办员', en: 'petition agents' }],
  'disputes.csv': ['dispute', { zh: '纠纷', en: 'disputes' }],
  'petitions.csv': ['petition', { zh: '信访', en: 'petitions' }],
  'sites.csv': ['site', { zh: '场所', en: 'sites' }],
  'posts.csv': ['post', { zh: '职务', en: 'posts' }],
  'rooms.csv': ['room', { zh: '功能室', en: 'rooms' }],
  'windows.csv': ['window', { zh: '窗口', en: 'windows' }],
  'stationings.csv': ['stationing', { zh: '进驻', en: 'stationings' }],
  'experts.csv': ['expert', { zh: '专家', en: 'experts' }],
  'services.csv': ['service', { zh: '服务记录', en: 'service records' }],
  'guidance.csv': ['guidance', { zh: '指导组', en: 'guidance groups' }],
  'guidance-units.csv': ['guidance-unit', { zh: '指导范围', en: 'units of guidance groups' }],
  'village-rules.csv': ['village-rule', { zh: '村规', en: 'village rules' }],
  'needs.csv': ['need', { zh: '需求', en: 'needs' }],
  'benefits.csv': ['benefit', { zh: '惠民', en: 'benefits' }],
  'outreach.csv': ['outreach', { zh: '宣传', en: 'outreach' }],
  'meetings.csv': ['meeting', { zh: '调度', en: 'dispatch meetings' }],
  'assessment.csv': ['assessment', { zh: '考核指标', en: 'indicators of the scheme' }],
};

/**
 * Writes the files and imports them with a clerk's own commands, in a folder beside the ledger's place; only what is
 * complete is moved there, so that an interrupted demo leaves the one before as it was.
 */
export async function buildDemo(context: Context, ledger: string, scale: Scale): Promise<void> {
  const workshop = join(dirname(ledger), `.${basename(ledger)}.demo`);
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  try {
    const draft = join(workshop, 'ledger.db');
    const { counts, acts } = writeFiles(workshop, ledger, scale);
    await step(context, draft, [
      'init',
      '--county',
      BANNER.code,
      '--name',
      BANNER.name,
      '--campaign-from',
      CAMPAIGN.from,
    ]);
    await mark(draft, scale);
    for (const file of FILES) await importFile(context, draft, file, counts.get(file) ?? 0);
    const count = acts.length.toLocaleString('en-US');
    context.remark({ zh: `逐件录入 ${count} 次办理……`, en: `entering ${count} acts one by one …` });
    for (const words of withVisitNumbers(draft, acts)) await step(context, draft, [...words, '--quiet']);
    closeUp(draft);
    for (const file of FILES) renameSync(join(workshop, file), filesBeside(ledger, file));
    for (const left of ['-wal', '-shm']) rmSync(ledger + left, { force: true });
    renameSync(draft, ledger);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** What is left of the data once it is in the files: how many rows each has, and the single commands after them. */
interface Written {
  readonly counts: ReadonlyMap<FileName, number>;
  readonly acts: readonly Act[];
}

/** Writes the files and forgets their contents, which the imports do not need in memory. */
function writeFiles(workshop: string, ledger: string, scale: Scale): Written {
  const data = datasetOf(scale);
  for (const file of FILES) {
    refuseOthersFile(filesBeside(ledger, file), ledger, () => textOf(file, data));
    writeFile(join(workshop, file), textOf(file, data));
  }
  return { counts: new Map(FILES.map(file => [file, recordsIn(file, data)])), acts: actsOf(data) };
}

async function importFile(context: Context, draft: string, file: FileName, rows: number): Promise<void> {
  const [noun, name] = STEPS[file];
  const count = rows.toLocaleString('en-US');
  context.remark({ zh: `导入${name.zh} ${count} 行……`, en: `importing ${count} ${name.en} …` });
  await step(context, draft, [noun, 'import', join(dirname(draft), file)]);
}

/** Runs one command line of a clerk without showing its result; whatever goes wrong ends the demo. */
async function step(context: Context, draft: string, words: readonly string[]): Promise<void> {
  const { lang, operator } = context;
  const exit = await context.again([...words, '--ledger', draft, '--lang', lang, '--as', operator], { silent: true });
  if (exit === 0) return;
  const line = words.slice(0, 2).join(' ');
  throw new Failure('refused', {
    zh: `演示数据未能建立：tiaochu ${line} 的退出码是 ${exit}`,
    en: `The demo could not be made: tiaochu ${line} ended with exit code ${exit}`,
  });
}

async function mark(draft: string, scale: Scale): Promise<void> {
  const db = openLedger(draft);
  try {
    await inTransaction(db, 'write', () => writeSetting(db, DEMO_SETTING, scale));
  } finally {
    db.close();
  }
}

/** Puts everything into the one file, so that it can be moved without the files that SQLite keeps beside it. */
function closeUp(draft: string): void {
  const db = openLedger(draft);
  db.pragma('wal_checkpoint(truncate)');
  db.close();
}
