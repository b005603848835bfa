import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { DefaultReporter, type TestCase } from 'vitest/node';

const PAGE = new URL('../../docs/security.md', import.meta.url);
const TABLE = /(<!-- torture -->\n).*(<!-- \/torture -->)/s;

/** Prints what every ordeal did as a table; with UPDATE_DOCS=1 it stands in docs/security.md, with the commit. */
export default class TortureReporter extends DefaultReporter {
  readonly #rows: string[] = [];
  #tried = 0;

  override onTestCaseResult(test: TestCase): void {
    super.onTestCaseResult(test);
    const { tally } = test.meta();
    if (!tally) return;
    const seconds = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(0);
    const failed = test.ok() ? '' : ' **failed**';
    this.#tried += tally.tried;
    this.#rows.push(`| ${test.name}${failed} | ${tally.tried} | ${tally.outcome} | ${seconds} |`);
  }

  override onTestRunEnd(...end: Parameters<DefaultReporter['onTestRunEnd']>): void {
    super.onTestRunEnd(...end);
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
    const table = [
      `Commit ${commit}, Node ${process.versions.node}: ${this.#tried} in all.`,
      '',
      '| ordeal | tried | what came of it | s |',
      '| --- | --- | --- | --- |',
      ...this.#rows.sort(),
      '',
    ].join('\n');
    process.stdout.write(`\n${table}\n`);
    if (process.env.UPDATE_DOCS === '1')
      writeFileSync(
        PAGE,
        readFileSync(PAGE, 'utf8').replace(TABLE, (_, open: string, close: string) => `${open}${table}${close}`),
      );
  }
}
