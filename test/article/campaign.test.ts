import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CAMPAIGN, demoBanner, type Record_, rowsBy, sumOf } from '../support/banner.ts';

const { folder, tiaochu, json, done, count } = demoBanner();
const VILLAGE = '150722100200';
const headline = () => json<Record_>('report', 'headline', ...CAMPAIGN);

test('S-19 a need raised in a visit is open until its result and the day of the feedback are entered', async () => {
  const [visit] = await json('visit', 'list', '--unit', VILLAGE, '--month', '2023-12', '--mode', 'home');
  const { id, household_code: household, visited_on: day } = visit ?? {};
  const what = ['--category', '住房', '--content', '房屋漏雨', '--owner', '鄂晓光', '--raised-on', String(day)];
  const code = `${VILLAGE}-X90`;
  await done('need', 'add', '--code', code, '--household-code', String(household), '--visit', String(id), ...what);
  const open = async () => (await json('need', 'list', '--open')).find(need => need.code === code);
  expect(await open()).toMatchObject({ household_code: household });
  expect((await tiaochu('need', 'close', code, '--result', '已修缮')).code).toBe(2);
  expect(await open()).toBeDefined();
  await done('need', 'close', code, '--result', '已修缮', '--feedback', '2023-12-31');
  expect(await open()).toBeUndefined();
  expect((await json('need', 'list')).filter(need => need.visit).length).toBeGreaterThan(5);
  expect(sumOf(await json('benefit', 'total', ...CAMPAIGN), 'households')).toBeGreaterThan(0);
});

test('S-20 S-29 three key works and others, added without a migration; every visit has one', async () => {
  const domains = await json('domain', 'list');
  const kinds = ['key work', 'main task', 'other'].map(kind => domains.filter(domain => domain.kind === kind).length);
  expect(kinds).toEqual([3, 3, 5]);
  const reported = await json('report', 'domains', ...CAMPAIGN);
  expect(reported.map(one => one.domain)).toEqual(domains.map(one => one.code));
  expect(reported.filter(one => one.key_task).map(one => one.domain)).toEqual([
    'mediation',
    'petition',
    'revitalisation',
  ]);
  expect(reported.filter(one => one.kind !== 'main task' && !(Number(one.visits) > 0))).toEqual([]);
  const version = count('pragma user_version');
  await done(
    'domain',
    'add',
    '--code',
    'fire',
    '--name-zh',
    '森林防火',
    '--name-en',
    'forest fire',
    '--on',
    '2023-12-30',
  );
  const visit = ['--visited-on', '2023-12-30', '--household-code', `${VILLAGE}010001`, '--domains', 'fire'];
  const [a, b] = [`${VILLAGE}-C01`, `${VILLAGE}-C02`];
  const unnamed = ['visit', 'add', ...visit.slice(0, 4), '--cadre-a', a, '--cadre-b', b, '--domains', ''];
  expect((await tiaochu(...unnamed)).code).toBe(4);
  await done('visit', 'add', ...visit, '--cadre-a', a, '--cadre-b', b);
  expect(await json('visit', 'list', '--household', `${VILLAGE}010001`, '--from', '2023-12-30')).toMatchObject([
    { domains: 'fire' },
  ]);
  expect([count('pragma user_version'), count('select count(*) from visit where domains = 0')]).toEqual([version, 0]);
});

test('S-22 S-24 sixteen groups, each village and community in one; a community that moves changes no dispute figure', async () => {
  const cover = () => json('guidance', 'cover', '--on', '2023-12-31');
  const groups = await cover();
  expect(groups).toHaveLength(16);
  expect([sumOf(groups, 'villages'), sumOf(groups, 'communities')]).toEqual([220, 26]);
  expect(groups.find(one => one.code === 'ZD16')).toMatchObject({ villages: 0, communities: 8 });
  expect(await json('guidance', 'cover', '--outside')).toEqual([]);
  const figures = async () => [
    ...(await Promise.all(
      ['banner', 'tier', 'township', 'village'].map(by => json('report', 'resolution', '--by', by, ...CAMPAIGN)),
    )),
    await headline(),
  ];
  const before = await figures();
  const moved = (await json('guidance-unit', 'list')).find(one => one.group_code === 'ZD16');
  await done('guidance-unit', 'close', '--yes', String(moved?.code), '--on', '2023-12-31');
  // Without a group of its own it is in its township's again.
  expect((await cover()).find(one => one.code === 'ZD01')).toMatchObject({ communities: 1 });
  const community = ['--group-code', 'ZD02', '--unit-code', String(moved?.unit_code), '--on', '2023-12-31'];
  await done('guidance-unit', 'add', '--code', 'ZD02-90', ...community);
  const after = await cover();
  expect(after.find(one => one.code === 'ZD16')).toMatchObject({ communities: 7 });
  expect(after.find(one => one.code === 'ZD02')).toMatchObject({ communities: 2 });
  expect([sumOf(after, 'villages'), sumOf(after, 'communities')]).toEqual([220, 26]);
  expect(await json('guidance', 'cover', '--outside')).toEqual([]);
  expect(await figures()).toEqual(before);
}, 30_000);

test('S-25 S-26 246 teams, one a village or community, and 3,446 cadres, each in one', async () => {
  const teams = await json('team', 'list');
  const cadres = await json('cadre', 'list', '--on', '2023-12-31');
  const units = rowsBy(await json('unit', 'list'), 'level');
  expect(teams).toHaveLength(246);
  expect((units.get('village')?.length ?? 0) + (units.get('community')?.length ?? 0)).toBe(teams.length);
  expect([cadres.length, new Set(cadres.map(one => one.code)).size]).toEqual([3446, 3446]);
});

test('S-27 a household has one responsible member of its pair; a second assignment is refused, the two lists are disjoint', async () => {
  const assigned = await json('assignment', 'list', '--unit', VILLAGE);
  const pairs = await json('pair', 'list', '--unit', VILLAGE);
  expect(new Set(assigned.map(one => one.household_code)).size).toBe(assigned.length);
  for (const { code, cadre_a, cadre_b } of pairs) {
    const own = assigned.filter(one => one.pair_code === code);
    const of = (cadre: unknown) => own.filter(one => one.responsible_cadre === cadre).map(one => one.household_code);
    const [a, b] = [of(cadre_a), of(cadre_b)];
    expect([code, a.filter(household => b.includes(household)), a.length + b.length]).toEqual([code, [], own.length]);
  }
  const second = ['--pair-code', `${VILLAGE}-P02`, '--responsible-cadre', `${VILLAGE}-C03`, '--on', '2023-12-31'];
  expect((await tiaochu('assignment', 'add', '--household-code', `${VILLAGE}010001`, ...second)).code).toBe(4);
  const stranger = ['--pair-code', `${VILLAGE}-P01`, '--responsible-cadre', `${VILLAGE}-C03`, '--on', '2023-12-31'];
  expect((await tiaochu('assignment', 'change', `${VILLAGE}010001`, ...stranger)).code).not.toBe(0);
  expect(await json('assignment', 'list', '--unit', VILLAGE)).toEqual(assigned);
});

test('S-28 55 households a pair, none without', async () => {
  const loads = (await json('pair', 'load')).map(one => Number(one.households));
  expect([loads.length, Math.min(...loads), Math.max(...loads)]).toEqual([1723, 55, 55]);
});

test('S-30 everybody is covered; one assignment less is one household in the list; a missed one fails the threshold', async () => {
  const threshold = (...words: readonly string[]) =>
    tiaochu('report', 'coverage', ...words, '--fail-under', '100', '--quiet');
  expect(await json('household', 'unassigned')).toEqual([]);
  expect((await threshold(...CAMPAIGN)).code).toBe(0);
  await done('assignment', 'close', '--yes', `${VILLAGE}010002`, '--on', '2023-12-31');
  expect(await json('household', 'unassigned')).toMatchObject([{ household_code: `${VILLAGE}010002` }]);
  const added = `${VILLAGE}999999`;
  await done(
    'household',
    'add',
    '--code',
    added,
    '--unit-code',
    VILLAGE,
    '--head-name',
    '鄂晓光',
    '--on',
    '2023-12-31',
  );
  expect((await threshold(...CAMPAIGN)).code).toBe(5);
  expect(await json('report', 'missed', ...CAMPAIGN)).toMatchObject([{ household_code: added }]);
});

test('S-31 a diary for each cadre, and two diaries of one visit are one household visit', async () => {
  const cadres = await json('cadre', 'list', '--on', '2023-12-31');
  expect(new Set(cadres.map(one => one.diary_no)).size).toBe(3446);
  const before = await headline();
  expect(before.diaries).toBe(3446);
  const [visit] = await json(
    'visit',
    'list',
    '--unit',
    '150722102200',
    '--month',
    '2023-11',
    '--mode',
    'home',
    '--diary',
  );
  const { id, visited_on, household_code, cadre_a, cadre_b, diary_by } = visit as Record<string, string>;
  const other = diary_by === cadre_a ? cadre_b : cadre_a;
  const row = [visited_on, household_code, cadre_a, cadre_b, 'law', '另一名队员的日记', other];
  const names = ['visited_on', 'household_code', 'cadre_a', 'cadre_b', 'domains', 'diary', 'diary_by'];
  const options = names.flatMap((name, i) => [`--${name.replaceAll('_', '-')}`, String(row[i])]);
  const again = await tiaochu('visit', 'add', ...options);
  expect([again.code, again.stderr]).toEqual([4, expect.stringContaining(`visit ${id}`)]);
  const file = join(folder, 'second-diary.csv');
  writeFileSync(file, `${names.join()}\n${row.join()}\n`);
  expect((await tiaochu('visit', 'import', file, '--quiet')).code).toBe(5);
  await done('visit', 'correct', String(id), '--diary', '两名队员的日记合记', '--reason', '补记');
  expect((await headline()).household_visits).toBe(before.household_visits);
});

test('S-35 220 villages have rules in force, filed with the township; one that loses them is a gap', async () => {
  const inForce = await json('village-rule', 'list', '--on', '2023-12-31');
  const rules = inForce.filter(one => one.kind === 'village rules');
  expect([rules.length, inForce.length]).toEqual([220, 246]);
  expect(new Set(rules.map(one => one.unit_code)).size).toBe(220);
  expect((await json('village-rule', 'list', '--all')).length).toBe(251);
  expect((await headline()).village_rules).toBe(220);
  const [first] = rules;
  await done('village-rule', 'close', '--yes', String(first?.code), '--on', '2023-12-31');
  const gaps = (await json('report', 'gaps')).filter(({ kind }) => kind === 'village rules');
  expect(gaps).toMatchObject([{ unit_code: first?.unit_code, missing: 'no village rules' }]);
});

test('S-22 each group visited and found problems, each with one owner and a due day; what is overdue is reported', async () => {
  const visits = await json('guidance-visit', 'list', ...CAMPAIGN);
  expect(new Set(visits.map(visit => visit.group_code)).size).toBe(16);
  const problems = await json('guidance-problem', 'list', ...CAMPAIGN);
  const owners = ['owner_unit', 'owner_department', 'owner_post'];
  expect(problems.filter(problem => owners.filter(owner => problem[owner]).length !== 1)).toEqual([]);
  const late = await json('guidance-problem', 'list', ...CAMPAIGN, '--overdue');
  expect(late.length).toBeGreaterThan(0);
  const reported = await json('report', 'overdue', '--on', '2023-12-31');
  expect(reported.filter(one => one.deadline === 'guidance problem').length).toBe(late.length);
});

test('S-25 each of the 246 teams is led by one of its members', async () => {
  const teams = await json('team', 'list', '--on', '2023-12-31');
  expect(teams).toHaveLength(246);
  expect(teams.filter(team => !String(team.leader_code).startsWith(String(team.unit_code)))).toEqual([]);
});

test('S-35 S-36 each village’s rules came about step by step, and each was told about the petition agency', async () => {
  const steps = await json('village-rule-step', 'list', '--from', '2023-01-01', '--to', '2023-12-31');
  for (const step of ['draft', 'discussion', 'vote', 'publication'])
    expect([step, steps.filter(one => one.step === step).length]).toEqual([step, 246]);
  const told = await json('outreach', 'list', ...CAMPAIGN, '--subject', 'agency');
  expect(new Set(told.map(one => one.unit_code)).size).toBe(246);
  const gaps = (await json('report', 'gaps')).map(({ missing }) => String(missing));
  expect(gaps.filter(missing => /never told|not published|has no (draft|discussion|vote)/.test(missing))).toEqual([]);
});
