// The rival of the visits' import: DuckDB reads the same file, checks the same rules and keeps the same keys and indexes.
// Usage: node duckdb-import.mjs VISITS.csv CODES-FOLDER NEW-DATABASE TODAY
import { DuckDBInstance } from '@duckdb/node-api';

const [visits, codes, database, today] = process.argv.slice(2);
const text = value => `'${value.replaceAll("'", "''")}'`;
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
for (const name of ['household', 'cadre', 'pair', 'domain'])
  await connection.run(`create table ${name} as select * from read_csv(${text(`${codes}/${name}.csv`)}, header = true)`);
await connection.run(`
create table visit (
  household_id integer not null, visited_on date not null, mode varchar not null, pair_id integer not null,
  substitute boolean not null, domains integer not null, diary varchar not null, diary_by integer not null,
  unique (household_id, visited_on, mode, pair_id));
create index visit_pair on visit (pair_id, mode, visited_on);
create index visit_day on visit (visited_on, mode, household_id, pair_id);
create temp view file as select * from read_csv(${text(visits)}, all_varchar = true, header = true);
`);
// A household that is in its register, a pair that is one, on a day that has come; known words; no visit twice.
await connection.run(`
insert into visit
select h.id, f.visited_on::date, f.mode, p.id, f.substitute = 'yes',
  list_sum(list_transform(string_split(f.domains, ';'), d -> bits[d]))::integer,
  f.diary, a.id
from file f cross join (select map(list(code), list(1 << (id - 1))) as bits from domain)
join household h on h.code = f.household_code and h.from_on <= f.visited_on::date and h.to_on > f.visited_on::date
join cadre a on a.code = f.cadre_a
join cadre b on b.code = f.cadre_b
join pair p on p.cadre_a = least(a.id, b.id) and p.cadre_b = greatest(a.id, b.id)
  and p.from_on <= f.visited_on::date and p.to_on > f.visited_on::date
where f.visited_on::date <= ${text(today)}::date and f.mode in ('home', 'phone', 'absent') and f.substitute in ('yes', 'no')
  and f.diary_by in (f.cadre_a, f.cadre_b) and length(f.diary) <= 2000
qualify row_number() over (partition by h.id, f.visited_on, f.mode, p.id) = 1`);
const [[rows]] = (await connection.runAndReadAll('select count(*) from visit')).getRows();
console.log(String(rows));
connection.closeSync();
