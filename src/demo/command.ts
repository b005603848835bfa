import { join } from 'node:path';
import { type Context, command, type Outcome } from '../cli/command.ts';
import { choice } from '../cli/param.ts';
import { Failure, refuse } from '../kernel/failure.ts';
import { type Lines, lines } from '../kernel/view.ts';
import { buildDemo } from './build.ts';
import { CAMPAIGN } from './calendar.ts';
import { datasetOf } from './dataset.ts';
import { placeOf, SCALE_NAMES, type Scale } from './divisions.ts';
import { FILE_NAMES, filesBeside, recordsIn, textOf } from './files.ts';
import { refuseOthersFile, refuseOthersLedger } from './ownership.ts';
import { showResults } from './results.ts';

/** Common options that the demo reads itself, besides its own. */
interface Given {
  readonly scale: Scale | undefined;
  readonly ledger?: string | undefined;
  readonly format?: string | undefined;
  readonly output?: string | undefined;
}

const DEFAULT_LEDGER = join('demo', 'ledger.db');

export const demo = command({
  name: 'demo',
  zh: '演示',
  summary: {
    zh: '生成演示数据（人、户、纠纷、信访都是虚构的），照常导入到台账（默认 demo/ledger.db），并打印走访覆盖、纠纷化解和信访',
    en: 'make invented data, import them into a ledger (default demo/ledger.db) as anyone would, and print coverage, disputes and petitions',
  },
  example: 'demo --scale village',
  access: 'file',
  takesLong: true,
  staysOnScreen: true,
  params: {
    scale: choice(
      '--scale <scale>',
      { zh: '规模：旗（默认）、乡镇、村', en: 'banner (default), township or village' },
      SCALE_NAMES,
    ),
  },
  run: (context, input) => runDemo(context, input as Given),
});

async function runDemo(context: Context, given: Given): Promise<Outcome> {
  const ledger = given.ledger || DEFAULT_LEDGER;
  const scale = given.scale ?? 'banner';
  try {
    if (context.today < CAMPAIGN.to) refuseEarly(context.today);
    refuseOthersLedger(ledger);
    const place = placeOf(scale);
    context.remark({ zh: `生成演示数据（${place.zh}）……`, en: `making the demo’s data (${place.en}) …` });
    if (context.dryRun) return { view: plan(ledger, scale) };
    await buildDemo(context, ledger, scale);
    return { view: await showResults(context, ledger, given) };
  } catch (error) {
    throw unwritable(error, ledger);
  }
}

/** The result of a dry run: the files and how many rows each would have. */
function plan(ledger: string, scale: Scale): Lines {
  const data = datasetOf(scale);
  const files = FILE_NAMES.map(file => ({ file, path: filesBeside(ledger, file), rows: recordsIn(file, data) }));
  for (const { file, path } of files) refuseOthersFile(path, ledger, () => textOf(file, data));
  return lines(
    { ledger, ...Object.fromEntries(files.map(({ file, rows }) => [file.replace('.csv', ''), rows])) },
    { zh: `将建立演示台账 ${ledger}，并写入：`, en: `Would make the demo ledger ${ledger} and write:` },
    ...files.map(({ path, rows }) => {
      const count = rows.toLocaleString('en-US');
      return { zh: `  ${path}：${count} 行`, en: `  ${path}: ${count} rows` };
    }),
  );
}

/** Future visits would be rejected row by row; a single refusal says it once. */
function refuseEarly(today: string): void {
  refuse(
    {
      zh: `演示的走访记到 ${CAMPAIGN.to}，而今天是 ${today}，还没有发生`,
      en: `The demo’s visits go up to ${CAMPAIGN.to}, but today is ${today}`,
    },
    { zh: '请改正电脑的日期，或取消环境变量 TIAOCHU_TODAY', en: 'Set the clock right, or unset TIAOCHU_TODAY' },
  );
}

/** Turns an error of the file system (no permission, disk full) into a refusal; any other error is returned unchanged. */
function unwritable(error: unknown, ledger: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (!syscall) return error;
  return new Failure(
    'ledger',
    { zh: `无法写入 ${ledger} 所在的文件夹（${code}）`, en: `Cannot write to the folder of ${ledger} (${code})` },
    {
      zh: '请检查文件夹权限和磁盘空间，以及这些文件是否正被其他程序打开',
      en: 'Check its permissions, the disk space, and that no other program keeps these files open',
    },
  );
}
