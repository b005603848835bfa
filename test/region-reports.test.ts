import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, type Engine } from './support/engines.ts';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION } from './support/lived-cases.ts';
import { expectSameFigures, ownFigures } from './support/own-figures.ts';
import { comparedMeans, ownRows } from './support/own-scorecard.ts';
import { countyLedger, inRegion } from './support/region.ts';
import { run } from './support/run.ts';

const TODAY = '2023-12-31';
const YEAR = ['--year', '2023'] as const;
type Cells = Readonly<Record<string, string | number | null>>;

describe.each(ENGINES)('the reports of a region on $name', ({ start }) => {
  let server: Awaited<ReturnType<Engine['start']>>;
  const ledgers = new Map<string, SmallLedger>();
  const region = (...argv: readonly string[]) =>
    run(['region', ...argv], { env: { TIAOCHU_DATABASE: server.url, TIAOCHU_TODAY: TODAY } });
  const report = async (...argv: readonly string[]): Promise<Cells[]> => {
    const { code, stdout, stderr } = await region('report', ...argv, '--format', 'json');
    expect([argv.join(' '), code, stderr.includes('error')]).toEqual([argv.join(' '), 0, false]);
    return JSON.parse(stdout);
  };

  beforeAll(async () => {
    server = await start();
    ledgers.set('150722', await smallLedger({ visits: true }));
    ledgers.set('150721', await countyLedger('150721'));
    ledgers.set('150102', await countyLedger('150102'));
    const lived = ledgers.get('150722') as SmallLedger;
    for (const line of [...LIVED_DISPUTE, ...LIVED_PETITION]) await lived.done(...line);
    const names = lived.write('names.csv', 'code,name\n15,内蒙古自治区\n1507,呼伦贝尔市\n');
    expect(await region('init', '--names', names)).toMatchObject({ code: 0 });
    const empty = await region('report', 'coverage', ...YEAR);
    expect(empty).toMatchObject({ code: 0, stderr: expect.stringContaining('No county is loaded yet') });
    const loaded = await region('load', ...[...ledgers.values()].map(({ path }) => path));
    expect([loaded.code, loaded.stderr]).toEqual([0, expect.any(String)]);
  }, 240_000);
  afterAll(async () => {
    for (const ledger of ledgers.values()) ledger.remove();
    await server?.remove();
  });

  test('have the counties’ own figures, whatever the report and the period', async () => {
    const own = new Map(
      [...ledgers].map(([county, ledger]) => [county, ledger.direct(db => ownFigures(db, TODAY))] as const),
    );
    await inRegion(server.url, connection => expectSameFigures(connection, TODAY, own));
    const sheet = { quarter: '2023-Q3' };
    for (const [county, ledger] of ledgers) {
      const rows = ledger.direct(db => ownRows(db, TODAY, sheet));
      const { figures, differences } = await inRegion(server.url, connection =>
        comparedMeans(connection, county, sheet, rows),
      );
      expect(differences).toEqual([]);
      expect(figures).toBeGreaterThan(3);
    }
  });

  test.each([
    ['coverage', ['households', 'assigned', 'visited', 'coverage', 'visits', 'phone', 'absent', 'missed']],
    ['resolution', ['registered', 'settled', 'closing', 'cohort_settled', 'settlement_rate', 'satisfied', 'rated']],
    ['matrix', ['settled', 'unsettled', 'settled_02']],
    ['petitions', ['lodged', 'accepted', 'concluded', 'open', 'reply_rate', 'satisfaction_rate']],
    [
      'headline',
      ['townships', 'villages', 'cadres', 'pairs', 'household_visits', 'agents', 'agency_cases', 'coverage'],
    ],
  ])(
    'explain a column of %s by the command that lists its records in the county’s own ledger',
    async (name, columns) => {
      for (const column of columns) {
        const table = await report(name, ...YEAR);
        for (const row of await report(name, ...YEAR, '--explain', column)) {
          const ledger = ledgers.get(String(row.county_code));
          const words = String(row.command).split(' ').slice(1);
          const records = (await ledger?.json(...words)) ?? [];
          expect([row.county_code, column, records.length]).toEqual([row.county_code, column, row.part]);
          const shown = table.find(({ county_code }) => county_code === row.county_code)?.[column];
          expect([column, row.figure]).toEqual([column, shown]);
          if (row.whole !== null && row.whole !== 0)
            expect(row.figure).toBeCloseTo(Number(row.part) / Number(row.whole), 3);
        }
      }
    },
  );

  test('add counties up to leagues and to the region, under their names where they were entered', async () => {
    const counties = await report('coverage', ...YEAR);
    expect(counties.map(row => row.county_code)).toEqual(['150102', '150721', '150722']);
    const leagues = await report('coverage', ...YEAR, '--by', 'league');
    expect(leagues.map(row => [row.league_code, row.league, row.counties])).toEqual([
      ['1501', '1501', 1],
      ['1507', '呼伦贝尔市', 2],
    ]);
    const [whole] = await report('coverage', ...YEAR, '--by', 'region');
    expect([whole?.region_code, whole?.region, whole?.counties]).toEqual(['15', '内蒙古自治区', 3]);
    for (const rows of [counties, leagues])
      for (const key of ['households', 'visited', 'visits'])
        expect(rows.reduce((sum, row) => sum + Number(row[key]), 0)).toBe(whole?.[key]);
    expect(whole?.coverage).toBe(Number(whole?.visited) / Number(whole?.households));
  });

  test('come in every format and both languages, with their rules', async () => {
    const table = await region('report', 'resolution', ...YEAR, '--lang', 'zh');
    expect(table.stdout).toContain('莫力达瓦达斡尔族自治旗');
    expect(table.stdout).toContain('期初 + 登记');
    for (const format of ['csv', 'markdown', 'html'])
      expect(await region('report', 'petitions', ...YEAR, '--format', format)).toMatchObject({ code: 0 });
    const small = await region('report', 'petitions', ...YEAR, '--suppress-small', '3');
    expect(small.stdout).toContain('<3');
    const future = await region('report', 'coverage', '--month', '2030-01');
    expect(future.stderr).toContain('it has no data yet');
  });

  test('refuse what they cannot count, and say where nothing is loaded', async () => {
    expect(await region('report', 'coverage', '--explain', 'x')).toMatchObject({ code: 2 });
    expect(await region('report', 'resolution', '--explain', 'rank')).toMatchObject({ code: 2 });
    expect(await region('report', 'scorecard', ...YEAR, '--quarter', '2023-Q1')).toMatchObject({ code: 2 });
    const nowhere = await run(['region', 'report', 'coverage'], { env: {} });
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('--database') });
  });
});
