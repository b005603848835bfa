import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addDays, type Day } from '../src/kernel/day.ts';
import { connect } from '../src/ledger/sqlite.ts';
import { type Fixture, fresh } from './fixture.ts';
import { type Program, tiaochu } from './run.ts';

const FIRST: Day = '2020-01-01';
const DAYS = 1430;
const GRADES = ['simple', 'simple', 'simple', 'simple', 'complex', 'complex', 'major'];

/** The banner with so many disputes, spread over four years: taken over by the import that a clerk uses. */
export function disputed(fixture: Fixture, disputes: number, program: Program = tiaochu): string {
  const path = fresh(fixture.empty, 'disputes.db');
  const db = connect(path);
  const villages = db.prepare(`select code from unit_term where level in ('village', 'community')`).pluck().all();
  db.close();
  const file = join(dirname(path), 'many-disputes.csv');
  const rows = Array.from({ length: disputes }, (_, n) => {
    const on = addDays(FIRST, (n * 7919) % DAYS);
    const settledOn = addDays(on, 1 + (n % 25));
    const status = n % 20 === 0 ? 'mediating,,' : n % 20 === 1 ? `withdrawn,,${on}` : `settled,${settledOn},`;
    const category = String(1 + (n % 17)).padStart(2, '0');
    const source = n % 3 === 0 ? 'applied' : 'proactive';
    return `B${n},${villages[n % villages.length]},${on},${GRADES[n % 7]},${category},纠纷 ${n},${source},敖玉兰,${status}\n`;
  });
  const header =
    'old_number,unit_code,registered_on,grade,category,title,source,applicant,status,settled_on,closed_on\n';
  writeFileSync(file, header + rows.join(''));
  program('dispute', 'import', file, '--ledger', path);
  return path;
}
