import { expect, test } from 'vitest';
import { CAMPAIGN, demoBanner, type Record_, sumOf } from '../support/banner.ts';

const { tiaochu, json, done } = demoBanner();
const VILLAGE = '150722100201';
const TOWNSHIP = '150722100';
/** In the demo, from its village over the township to the banner. */
const RAISED_TWICE = '150722100200-2023-10';

async function registered(grade: string, ...more: readonly string[]): Promise<string> {
  const what = ['--grade', grade, '--category', '02', '--title', '多户争水', '--applicant', '敖玉兰', ...more];
  return String((await json<Record_>('dispute', 'register', '--unit', VILLAGE, ...what)).dispute);
}
const tried = (number: string) =>
  done('dispute', 'mediate', number, '--mediator', '郭海山', '--outcome', 'failed', '--record', '谈不拢');
const settling = (number: string, ...more: readonly string[]) =>
  tiaochu(
    'dispute',
    'settle',
    number,
    '--form',
    'oral',
    '--content',
    '轮流用水',
    '--rights-notified',
    '2023-12-31',
    ...more,
  );

test('S-01 every village has one township, every township the banner, and the ledger is sound', async () => {
  const tree = await json<Record_>('unit', 'tree');
  expect(tree).toMatchObject({ township: 15, village: 220, community: 26 });
  const units = await json('unit', 'list');
  const codes = new Set(units.map(one => one.code));
  expect([units.length, codes.size]).toEqual([262, 262]);
  const level = new Map(units.map(one => [one.code, one.level]));
  for (const { code, level: own, parent_code: above } of units)
    if (own !== 'banner') expect([code, level.get(above)]).toEqual([code, own === 'township' ? 'banner' : 'township']);
  expect((await tiaochu('check')).code).toBe(0);
}, 30_000);

test('S-03 what villages, townships and the banner settled, what is open and what ended otherwise is all that was registered', async () => {
  const [banner] = await json('report', 'resolution', '--by', 'banner', '--year', '2023');
  const tiers = await json('report', 'resolution', '--by', 'tier', '--year', '2023');
  expect(tiers.map(row => row.tier)).toEqual(['village', 'township', 'banner']);
  expect(banner?.opening).toBe(0);
  expect(sumOf(tiers, 'registered')).toBe(banner?.registered);
  expect(sumOf(tiers, 'settled') + sumOf(tiers, 'closing') + sumOf(tiers, 'ended_otherwise')).toBe(banner?.registered);
  const [village = 0, township = 0, whole = 0] = tiers.map(row => Number(row.settled));
  expect(Math.abs(Number(banner?.share_village) - village / (village + township + whole))).toBeLessThan(0.001);
  expect(Number(banner?.share_village) + Number(banner?.share_township) + Number(banner?.share_banner)).toBeCloseTo(
    1,
    10,
  );
});

test('S-04 a complex dispute cannot be settled in the village; a township that accepts it can; a new grade needs a reason', async () => {
  const number = await registered('complex');
  await done('dispute', 'recall', number);
  await tried(number);
  const below = await settling(number);
  expect([below.code, below.stderr]).toEqual([4, expect.stringContaining('township level')]);
  await done('dispute', 'escalate', number);
  await done('dispute', 'accept', number);
  await tried(number);
  expect((await tiaochu('dispute', 'regrade', number, '--grade', 'major')).code).toBe(2);
  expect((await settling(number, '--at', TOWNSHIP)).code).toBe(0);
});

test('S-09 experts by their way of taking part and specialty, suggested for a dispute and invited on its log', async () => {
  const experts = await json('expert', 'list');
  const ways = new Set(experts.map(one => one.engagement));
  expect(ways).toEqual(new Set(['on call', 'online', 'seconded']));
  const online = await json('expert', 'list', '--engagement', 'online');
  expect(online.map(one => one.code)).toEqual(experts.filter(one => one.engagement === 'online').map(one => one.code));
  const able = (await json('expert', 'list', '--specialty', '02')).map(one => one.code);
  expect(able).toEqual(experts.filter(one => String(one.specialties).split(';').includes('02')).map(one => one.code));
  const number = await registered('simple');
  const suggested = async () => (await json('expert', 'suggest', number)).map(one => String(one.code));
  const first = await suggested();
  expect([...first].sort()).toEqual(able);
  await done('dispute', 'invite', number, '--expert', first[0] ?? '', '--consented');
  expect([...(await suggested())].sort()).toEqual(able.filter(code => code !== first[0]));
  await done('dispute', 'answer', number, '--expert', first[0] ?? '', '--answer', 'accepted');
  const log = await json('dispute', 'history', number);
  expect(log.slice(-2).map(one => [one.move, one.says])).toEqual([
    ['invite', `expert: ${first[0]}`],
    ['expert accepts', `expert: ${first[0]}`],
  ]);
});

test('S-10 a dispute keeps its number over two escalations; report one-stop lists where its parties went', async () => {
  const log = await json('dispute', 'history', RAISED_TWICE);
  const holders = log.map(one => one.holder).filter((holder, i, all) => holder && holder !== all[i - 1]);
  expect(log.filter(one => one.move === 'escalate')).toHaveLength(2);
  expect(holders).toEqual(['尼尔基村委会', '尼尔基镇', '莫力达瓦达斡尔族自治旗']);
  const several = await json('report', 'one-stop', ...CAMPAIGN);
  expect(several.find(one => one.number === RAISED_TWICE)).toMatchObject({ sessions: 3, distinct_places: 3 });
  expect(several.length).toBeGreaterThan(3);
  const once = await json('report', 'one-stop', ...CAMPAIGN, '--explain', 'one_place');
  const all = await json('report', 'one-stop', ...CAMPAIGN, '--explain', 'mediated');
  const nowhere = await json('report', 'one-stop', ...CAMPAIGN, '--explain', 'no_place');
  expect(once.length + several.length + nowhere.length).toBe(all.length);
  for (const { distinct_places } of once) expect(distinct_places).toBe(1);
});

test('S-10 a number given in the village is the one under which the banner settles', async () => {
  const number = await registered('simple');
  for (const grade of ['complex', 'major']) {
    await tried(number);
    await done('dispute', 'regrade', number, '--grade', grade, '--reason', '涉及面扩大');
    await done('dispute', 'escalate', number);
    await done('dispute', 'accept', number);
  }
  expect((await settling(number, '--at', '150722')).code).toBe(4);
  await tried(number);
  expect((await settling(number, '--at', '150722')).code).toBe(0);
  expect(await json<Record_>('dispute', 'show', number)).toMatchObject({ number, status: 'settled' });
});

test('S-23 a township’s row is the sum of its villages and its own desk', async () => {
  const rows = await json('report', 'resolution', '--by', 'village', ...CAMPAIGN);
  const [, ...townships] = await json('report', 'resolution', '--by', 'township', ...CAMPAIGN);
  expect(townships).toHaveLength(15);
  for (const township of townships) {
    const own = rows.filter(row => String(row.unit_code).startsWith(String(township.unit_code)));
    for (const key of ['opening', 'registered', 'reopened', 'settled', 'ended_otherwise', 'closing'])
      expect([township.unit_code, key, sumOf(own, key)]).toEqual([township.unit_code, key, township[key]]);
  }
});

test('S-32 a dispute that was found in a visit is linked both ways', async () => {
  const { visit, registered_on } = await json<Record_>('dispute', 'show', RAISED_TWICE);
  const made = await json<Record_>('visit', 'show', String(visit));
  expect(made.disputes).toMatchObject([{ number: RAISED_TWICE }]);
  expect(String(made.visited_on) <= String(registered_on)).toBe(true);
  const number = await registered('simple', '--visit', '1');
  expect((await json<Record_>('visit', 'show', '1')).disputes).toMatchObject([{ number }]);
  expect(await json<Record_>('dispute', 'show', number)).toMatchObject({ visit: 1, source: 'found proactively' });
});

test('S-34 392 of those found were settled in the campaign, whatever else was settled, merged or left open', async () => {
  const sources = await json('report', 'resolution', '--by', 'source', ...CAMPAIGN);
  const found = sources.find(row => row.source_code === 'proactive');
  expect(found?.settled).toBe(392);
  expect(Number(found?.registered)).toBeGreaterThan(392);
  expect(sumOf(sources, 'settled')).toBeGreaterThan(392);
  const earlier = await json('report', 'resolution', '--by', 'source', '--to', '2023-12-31');
  expect(earlier.find(row => row.source_code === 'proactive')?.settled).toBe(392 + 9);
});

test('S-34 each of the 392 opens to a visit, its day and the words of its diary, but for those whose visit nobody named', async () => {
  const finds = await json('report', 'screening', ...CAMPAIGN);
  expect(finds).toHaveLength(392);
  const visited = finds.filter(({ visit }) => visit !== null);
  expect(visited.length).toBeGreaterThan(392 * 0.8);
  expect(visited.length).toBeLessThan(392);
  expect(visited.filter(({ sentence }) => !sentence)).toEqual([]);
  expect(visited.filter(({ visited_on, settled_on }) => String(visited_on) > String(settled_on))).toEqual([]);
  const one = await json<Record_>('visit', 'show', String(visited[0]?.visit), '--reveal', '核对');
  expect(one.disputes).toMatchObject([{ number: visited[0]?.code }]);
});

test('S-39 nothing goes up without an attempt or a reason', async () => {
  const number = await registered('simple');
  const early = await tiaochu('dispute', 'escalate', number);
  expect([early.code, early.stderr]).toEqual([4, expect.stringContaining('--direct')]);
  expect((await tiaochu('dispute', 'escalate', number, '--direct', '情况紧急')).code).toBe(0);
  const second = await registered('simple');
  await tried(second);
  expect((await tiaochu('dispute', 'escalate', second)).code).toBe(0);
});
