import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { DefaultReporter, type TestCase } from 'vitest/node';

const PAGE = new URL('../../docs/security.md', import.meta.url);
const TABLE = /(<!-- torture -->\n)(.*)(<!-- \/torture -->)/s;

const HEAD = ['| ordeal | tried | what came of it | s | commit |', '| --- | --- | --- | --- | --- |'];

/**
 * Prints what every ordeal did as a table; with UPDATE_DOCS=1 it stands in docs/security.md, each ordeal with the commit at
 * which it was run last.
 */
export default class TortureReporter extends DefaultReporter {
  readonly #rows = new Map<string, string>();
  readonly #commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

  override onTestCaseResult(test: TestCase): void {
    super.onTestCaseResult(test);
    const { tally } = test.meta();
    if (!tally) return;
    const seconds = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(0);
    // Disputes and petitions have ordeals of the same name.
    const name = `${test.name}${/petitions/.test(test.module.moduleId) ? ' (petitions)' : ''}`;
    const failed = test.ok() ? '' : ' **failed**';
    this.#rows.set(name, `| ${name}${failed} | ${tally.tried} | ${tally.outcome} | ${seconds} | ${this.#commit} |`);
  }

  override onTestRunEnd(...end: Parameters<DefaultReporter['onTestRunEnd']>): void {
    super.onTestRunEnd(...end);
    const page = readFileSync(PAGE, 'utf8');
    process.stdout.write(`\n${tableOf(this.#rows)}\n`);
    if (process.env.UPDATE_DOCS !== '1') return;
    const [, , kept = ''] = TABLE.exec(page) ?? [];
    const rows = new Map(kept.split('\n').flatMap(row => (row.startsWith('| ') ? [[nameIn(row), row] as const] : [])));
    for (const line of HEAD) rows.delete(nameIn(line));
    for (const [name, row] of this.#rows) rows.set(name, row);
    const table = tableOf(rows);
    writeFileSync(
      PAGE,
      page.replace(TABLE, (_, open: string, __, close: string) => `${open}${table}${close}`),
    );
  }
}

const nameIn = (row: string) => row.split('|')[1]?.trim() ?? '';

function tableOf(rows: ReadonlyMap<string, string>): string {
  const all = [...rows.values()].sort();
  const tried = all.reduce((sum, row) => sum + Number(row.split('|')[2]), 0);
  return [`Node ${process.versions.node}: ${tried} in all.`, '', ...HEAD, ...all, ''].join('\n');
}
