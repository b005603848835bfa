import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dataset, datasetOf } from '../src/demo/dataset.ts';
import { type FileName, textOf } from '../src/demo/files.ts';
import { disputeEntries } from '../src/demo/office/dispute-entries.ts';
import { petitionEntries } from '../src/demo/office/petition-entries.ts';
import { isDay } from '../src/kernel/day.ts';
import { connect } from '../src/ledger/sqlite.ts';
import { run } from './support/run.ts';

const folder = mkdtempSync(join(tmpdir(), '演示 cases '));
/** The banner's units, agents and cases without its households and visits, which take longer. */
const office = join(folder, 'office.db');
let banner: Dataset;
let smaller: readonly Dataset[];
/** The cases of the files and those that are entered by hand. */
let disputes: Dataset['disputes'];
let petitions: Dataset['petitions'];

beforeAll(async () => {
  banner = datasetOf('banner');
  smaller = [datasetOf('village'), datasetOf('township')];
  await run(['init', '--county', '150722', '--name', '莫力达瓦达斡尔族自治旗', '--ledger', office]);
  disputes = [...banner.disputes, ...banner.handDisputes.map(({ row }) => row)];
  petitions = [...banner.petitions, ...banner.handPetitions];
  for (const noun of [
    'unit',
    'site',
    'room',
    'window',
    'cadre',
    'department',
    'agent',
    'expert',
    'dispute',
    'petition',
  ]) {
    const file = `${noun}s.csv` as FileName;
    writeFileSync(join(folder, file), [...textOf(file, withoutVisits(banner))].join(''));
    expect(await importing(noun)).toMatchObject({ code: 0 });
  }
  for (const words of [...disputeEntries(banner), ...petitionEntries(banner)]) await enter(words);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same data whose disputes name no visit. */
function withoutVisits(data: Dataset): Dataset {
  return { ...data, disputes: data.disputes.map(row => ({ ...row, visit_household: '', visited_on: null })) };
}

/** This office has neither households nor visits, so whatever names one is left out. */
async function enter(words: ReturnType<typeof disputeEntries>[number]) {
  const known = words
    .filter((word, index) => typeof word === 'string' && typeof words[index + 1] !== 'object')
    .map(word => String(word).replace(/,household=\d+/, ''));
  expect(await run([...known, '--ledger', office, '--quiet'])).toMatchObject({ code: 0, stderr: '' });
}

function importing(noun: string) {
  return run([noun, 'import', join(folder, `${noun}s.csv`), '--ledger', office, '--format', 'json']);
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** The names in a cell of parties; where their unit has households, those are heads of them. */
function namesIn(parties: string, unit: string, heads: ReadonlyMap<string, Dataset['households']>): string[] {
  const names = parties.split(';').map(party => /^(?:name=)?([^,]+)/.exec(party)?.[1] ?? '');
  const known = new Set(heads.get(unit)?.map(household => household.head_name));
  if (known.size > 0) expect(names.filter(name => !known.has(name))).toEqual([]);
  return names;
}

describe('the disputes of the banner', () => {
  const settled = (row: Dataset['disputes'][number]) => row.settled_on !== null && row.settled_on !== undefined;
  const inCampaign = (row: Dataset['disputes'][number]) => settled(row) && (row.settled_on ?? '') >= '2023-05-01';

  test('392 that were found proactively were settled in the campaign: 320 in villages, 60 in townships, 12 above', () => {
    const db = connect(office);
    const rows = db
      .prepare(
        `select t.level, count(*) as settled, count(distinct v.unit_id) as units from move v
         join dispute d on d.id = v.case_id join source s on s.id = d.source_id
         join unit_term t on t.unit_id = v.unit_id
         where v.name = 'settle' and v.on_day between '2023-05-01' and '2023-12-31' and s.code = 'proactive'
         group by t.level`,
      )
      .all() as { level: string; settled: number; units: number }[];
    db.close();
    const at = (...levels: string[]) => {
      const found = rows.filter(({ level }) => levels.includes(level));
      return [found.reduce((sum, row) => sum + row.settled, 0), found.reduce((sum, row) => sum + row.units, 0)];
    };
    expect(at('village', 'community')).toEqual([320, 246]);
    expect(at('township')).toEqual([60, 15]);
    expect(at('banner')).toEqual([12, 1]);
  });

  test('around them stand those of other sources, of other days, and those that ended otherwise or not yet', () => {
    const count = (of: (row: Dataset['disputes'][number]) => boolean) => disputes.filter(of).length;
    const status = (...wanted: string[]) => count(row => wanted.includes(row.status ?? ''));
    expect(count(row => inCampaign(row) && row.source === 'applied')).toBe(60);
    for (const source of ['police', 'court', 'petition'])
      expect(count(row => inCampaign(row) && row.source === source)).toBeGreaterThan(1);
    expect(count(row => settled(row) && !inCampaign(row) && row.source === 'proactive')).toBe(9);
    expect(status('registered', 'mediating')).toBe(25);
    expect(status('merged')).toBe(3);
    expect([status('declined'), status('terminated'), status('withdrawn')]).toEqual([3, 4, 3]);
    expect([status('settled'), status('performed'), status('closed')].every(number => number > 20)).toBe(true);
    expect(count(row => row.prevented_crime === 'yes')).toBeGreaterThan(3);
    expect([banner.disputes.length, banner.handDisputes.length]).toEqual([485, 23]);
  });

  test('their days follow each other, and a duplicate repeats what was found before', () => {
    const byNumber = new Map(disputes.map(row => [row.old_number, row]));
    for (const { registered_on, settled_on, closed_on, merged_into, ...row } of disputes) {
      const days = [registered_on, settled_on, closed_on, '2023-12-31'].filter(day => typeof day === 'string');
      expect(days).toEqual([...days].sort());
      expect(days.filter(day => !isDay(day))).toEqual([]);
      if (!merged_into) continue;
      const original = byNumber.get(merged_into);
      const { title, place, applicant, respondent } = row;
      expect(original).toMatchObject({ source: 'proactive', title, place, applicant, respondent });
      expect((original?.registered_on ?? '') < registered_on).toBe(true);
    }
  });

  test('their parties are heads of households, named nowhere else', () => {
    const heads = grouped(banner.households, household => household.unit_code);
    for (const { unit_code, applicant = '', title, facts, place } of disputes) {
      for (const name of namesIn(applicant, unit_code, heads)) expect(`${title}${facts}${place}`).not.toContain(name);
      expect(`${title}${facts}${place}`).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe('the petitions of the banner', () => {
  type Row = Readonly<Record<string, number>>;
  const campaign = ['--from', '2023-05-01', '--to', '2023-12-31', '--ledger', office, '--format', 'json'];
  const reported = async (...words: string[]) => {
    const rows: Row[] = JSON.parse((await run(['report', ...words, ...campaign])).stdout);
    return (key: string) => rows.reduce((sum, row) => sum + (row[key] ?? 0), 0);
  };

  test('771 agents: 738 in villages, 30 in townships, 3 above; some of them are cadres of their village', () => {
    const tiers = grouped(banner.agents, ({ unit_code }) => String(unit_code.length));
    expect([12, 9, 6].map(length => tiers.get(String(length))?.length)).toEqual([738, 30, 3]);
    expect(new Set(banner.agents.map(({ code }) => code)).size).toBe(771);
    const cadres = new Map(banner.cadres.map(cadre => [cadre.code, cadre]));
    const both = banner.agents.filter(agent => agent.cadre_code);
    expect(both.length).toBeGreaterThan(50);
    expect(both.length).toBeLessThan(246);
    for (const { cadre_code = '', name, unit_code, phone } of both)
      expect(cadres.get(cadre_code)).toMatchObject({ name, unit_code, phone });
    for (const { phone } of banner.agents) expect(phone).toMatch(/^1390000\d{4}$/);
  });

  test('33 agency cases, 29 concluded and 4 open, and 4 that were declined', async () => {
    const sum = await reported('petitions', '--by', 'category');
    expect([sum('lodged'), sum('accepted'), sum('declined')]).toEqual([37, 33, 4]);
    expect([sum('concluded'), sum('open'), sum('overdue')]).toEqual([29, 4, 1]);
    expect([sum('accepted_on_time'), sum('acceptance_due')]).toEqual([32, 33]);
    expect([sum('replied_on_time'), sum('reply_due'), sum('repeats')]).toEqual([28, 30, 2]);
    expect([sum('satisfied'), sum('responded')]).toEqual([25, 26]);
  });

  test('each of them is with an agent of the unit, who is not the petitioner', async () => {
    const load = await reported('workload');
    expect([load('open'), load('concluded'), load('overdue')]).toEqual([4, 29, 1]);
    const agents = new Map(banner.agents.map(agent => [agent.code, agent]));
    for (const { agent_code = '', unit_code, petitioner, status } of petitions) {
      expect(agent_code === '').toBe(status === 'declined');
      if (agent_code === '') continue;
      expect(agents.get(agent_code)?.unit_code).toBe(unit_code);
      expect(petitioner).not.toContain(agents.get(agent_code)?.name);
    }
  });

  test('petitioners are heads of households, named nowhere else; a repeat is by the same ones', () => {
    const heads = grouped(banner.households, household => household.unit_code);
    const byNumber = new Map(petitions.map(row => [row.old_number, row]));
    for (const { unit_code, petitioner, demand, repeat_of, registered_on } of petitions) {
      for (const name of namesIn(petitioner, unit_code, heads)) expect(demand).not.toContain(name);
      if (!repeat_of) continue;
      expect(byNumber.get(repeat_of)).toMatchObject({ unit_code, petitioner, demand });
      expect((byNumber.get(repeat_of)?.registered_on ?? '') < registered_on).toBe(true);
    }
  });

  test('their days follow each other and lie in the campaign', () => {
    for (const { registered_on, accepted_on, concluded_on, closed_on } of petitions) {
      const days = ['2023-05-01', registered_on, accepted_on, concluded_on, closed_on, '2023-12-31'];
      const given = days.filter(day => typeof day === 'string');
      expect(given).toEqual([...given].sort());
      expect(given.filter(day => !isDay(day))).toEqual([]);
    }
  });
});

test('second imports into the office add nothing, and its ledger is sound', async () => {
  expect(new Set(banner.departments.map(({ name }) => name)).size).toBe(10);
  const rows = { unit: 262, cadre: 3446, department: 10, agent: 771, expert: 24, dispute: 485, petition: 30 };
  for (const [noun, already] of Object.entries(rows)) {
    const again = await importing(noun);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject([{ added: 0, changed: 0, already, rejected: 0 }]);
  }
  expect((await run(['check', '--ledger', office])).code).toBe(0);
});

/** What a dispute was and how it went, without its people: visits differ from scale to scale, and with them who told of it. */
function course({ old_number, unit_code, registered_on, grade, category, status, closed_on }: Disputes) {
  return { old_number, unit_code, registered_on, grade, category, status, closed_on };
}
type Disputes = Dataset['disputes'][number];

test('smaller scales take the agents and cases of their units, and every department', () => {
  for (const { units, ...data } of smaller) {
    const taken = (row: { readonly unit_code: string }) => units.includes(`\n${row.unit_code},`);
    expect(data.agents).toEqual(banner.agents.filter(taken));
    expect(data.disputes.map(course)).toEqual(banner.disputes.filter(taken).map(course));
    expect(data.petitions).toEqual(banner.petitions.filter(taken));
    const numbers = ({ handDisputes }: Pick<Dataset, 'handDisputes'>) =>
      handDisputes
        .map(({ row }) => row)
        .filter(taken)
        .map(row => row.old_number);
    expect(numbers(data)).toEqual(numbers(banner));
    expect(data.handPetitions).toEqual(banner.handPetitions.filter(taken));
    expect(data.departments).toEqual(banner.departments);
  }
});
