import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAddress } from '../../src/region/database/address.ts';
import type { Connection } from '../../src/region/database/connection.ts';
import { FACTS } from '../../src/region/database/fact-columns.ts';
import { openRegion } from '../../src/region/database/region.ts';
import { factsOf } from '../../src/region/facts/county.ts';
import { countiesOf } from '../../src/region/loading/region-store.ts';
import { emptyFolder, type SmallLedger, smallLedger } from './ledger.ts';

/** A ledger of a county like the small one, under another code. */
export async function countyLedger(code: string, now = '2023-12-31T08:00:00.000Z'): Promise<SmallLedger> {
  const [small, ledger] = [await smallLedger(), emptyFolder()];
  const done = async (...argv: string[]) => {
    const { code: exit, stderr } = await ledger.run(argv, { now });
    if (exit !== 0) throw new Error(stderr);
  };
  await done('init', '--county', code, '--name', `县${code}`);
  for (const noun of ['unit', 'cadre', 'pair', 'household', 'assignment', 'visit']) {
    const text = readFileSync(join(small.folder, `${noun}s.csv`), 'utf8').replaceAll('150722', code);
    await done(noun, 'import', ledger.write(`${noun}s.csv`, text));
  }
  small.remove();
  return ledger;
}

/** What a region holds of a county: every row of every table, and what the list of counties says but for the moment. */
export const held = (url: string, county: string) =>
  inRegion(url, async region => {
    const facts: Record<string, unknown[]> = {};
    for (const fact of FACTS)
      facts[fact] = (await region.run(`select * from ${fact} where county = $1`, [county])).map(row =>
        JSON.stringify(row),
      );
    return facts;
  });

export const inRegion = async <T>(url: string, work: (region: Connection) => Promise<T>) => {
  const connection = await openRegion(asAddress(url), {});
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
};

export const counties = (url: string) => inRegion(url, countiesOf);

/** Tables of editions that no county has any more. */
export const strays = (url: string) =>
  inRegion(url, async region => {
    const editions = (await countiesOf(region)).map(({ code, edition }) => `_${code}_${edition}`);
    const tables = await region.run(`select tablename as name from pg_tables where tablename ~ '_[0-9]{6}_[0-9]+$'`);
    return tables.map(({ name }) => String(name)).filter(name => !editions.some(edition => name.endsWith(edition)));
  });

/** The same from the ledger itself. */
export function kept(ledger: SmallLedger, county: string) {
  return ledger.direct(db => {
    const facts = factsOf(db, '2023-12-31');
    return Object.fromEntries(
      FACTS.map(fact => [fact, [...facts.rows(fact)].map(row => JSON.stringify({ county, ...row })).sort()]),
    );
  });
}

/** The same rows with their columns in the same order. */
export const sorted = (facts: Readonly<Record<string, unknown[]>>) =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, rows]) => [
      fact,
      rows
        .map(row => JSON.stringify(Object.entries(JSON.parse(String(row))).sort(([a], [b]) => (a < b ? -1 : 1))))
        .sort(),
    ]),
  );
