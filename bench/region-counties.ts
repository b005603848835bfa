import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Db } from '../src/ledger/sqlite.ts';
import { fillTallies } from '../src/ledger/visit-tallies.ts';
import { tiaochu } from './run.ts';

/** A ledger of a county that the benchmark made up. */
export interface MadeCounty {
  readonly code: string;
  readonly path: string;
}

/** The demo's county, whose code stands in its ledgers. */
const DEMO = '150722';
/** How large the counties are: of twenty, this many are like the demo's village, township and banner. */
const MIX = { village: 12, township: 7, banner: 1 } as const;
type Scale = keyof typeof MIX;
const SCALES = (Object.keys(MIX) as Scale[]).flatMap(scale => Array<Scale>(MIX[scale]).fill(scale));

/** The codes of counties: some ten in each league, leagues of one region. */
const codeOf = (n: number) =>
  `15${String(1 + Math.floor(n / 10)).padStart(2, '0')}${String(21 + (n % 10)).padStart(2, '0')}`;

/**
 * Makes ledgers of counties that differ in size and in what happened: copies of demo ledgers in which every code is the
 * county's own, and from which a share of the visits was taken that follows from the county's number, the seed. The seals
 * of their journals no longer fit their rows, which no report reads; `check` would say so.
 */
export function madeCounties(folder: string, count: number): MadeCounty[] {
  const scales = new Set(Array.from({ length: count }, (_, n) => scaleOf(n)));
  for (const scale of scales) tiaochu('demo', '--scale', scale, '--ledger', baseOf(folder, scale));
  return Array.from({ length: count }, (_, n) => {
    const county = { code: codeOf(n), path: join(folder, `county-${n}.db`) };
    copyFileSync(baseOf(folder, scaleOf(n)), county.path);
    const db = connect(county.path);
    try {
      vary(db, county.code, n);
    } finally {
      db.close();
    }
    return county;
  });
}

/** Large counties come between small ones. */
const scaleOf = (n: number): Scale => SCALES[(n * 7 + 19) % SCALES.length] ?? 'village';
const baseOf = (folder: string, scale: Scale) => join(folder, scale, 'demo.db');

function vary(db: Db, code: string, seed: number): void {
  db.pragma('foreign_keys = off');
  const triggers = db.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as Named[];
  for (const { name } of triggers) db.exec(`drop trigger "${name}"`);
  db.exec('begin');
  for (const { table, column } of textColumns(db))
    db.prepare(`update "${table}" set "${column}" = ? || substr("${column}", 7) where "${column}" glob '${DEMO}*'`).run(
      code,
    );
  db.prepare(`delete from visit where id * 2654435761 % 100 < ? and id not in (${referringTo(db, 'visit')})`).run(
    (seed * 37) % 60,
  );
  db.exec('delete from visited_tally; delete from made_tally');
  fillTallies(db);
  db.exec('commit');
  for (const { sql } of triggers) db.exec(sql);
}

interface Named {
  readonly name: string;
  readonly sql: string;
}

function textColumns(db: Db) {
  return db
    .prepare(
      `select s.name as "table", c.name as "column" from sqlite_schema s join pragma_table_info(s.name) c
       where s.type = 'table' and s.name not like 'sqlite_%' and s.name not like 'seal%' and lower(c.type) = 'text'`,
    )
    .all() as { readonly table: string; readonly column: string }[];
}

/** A query for the rows of a table to which others refer. */
function referringTo(db: Db, table: string): string {
  const found = db
    .prepare(
      `select s.name as "table", k."from" as "column" from sqlite_schema s join pragma_foreign_key_list(s.name) k
       where s.type = 'table' and k."table" = ?`,
    )
    .all(table) as { readonly table: string; readonly column: string }[];
  const queries = found.map(each => `select "${each.column}" from "${each.table}" where "${each.column}" is not null`);
  return ['select 0', ...queries].join(' union all ');
}
