import { expect, test } from 'vitest';
import { CAMPAIGN, demoBanner, type Record_, rowsBy, sumOf } from '../support/banner.ts';

const { tiaochu, json, done } = demoBanner();
const STATION = '150722103-S01';
/** What the demo leaves to the office: articles to confirm, posts to fill, main tasks to name. */
const OPEN_IN_THE_DEMO = ['citation', 'vacancy', 'main tasks'];

interface Site extends Record_ {
  readonly posts: readonly Record_[];
  readonly rooms: readonly Record_[];
}
const site = (code: string) => json<Site>('site', 'show', code);
const sitesOf = (kind: string) => json('site', 'list', '--kind', kind);
const unitsOn = async (level: string) => (await json('unit', 'list', '--level', level)).map(one => one.code);
const gapsAt = (unit: string) => json('report', 'gaps', '--unit', unit);

test('S-05 S-06 one command centre, founded in February 2022, with posts, a front hall and a back mediation area', async () => {
  const [centre, ...others] = await sitesOf('command_centre');
  expect(others).toEqual([]);
  expect(String(centre?.founded_on)).toMatch(/^2022-02/);
  const { posts, rooms } = await site(String(centre?.code));
  expect(posts.filter(one => one.role === 'head')).toHaveLength(1);
  expect(posts.length).toBeGreaterThan(2);
  expect(rooms.map(one => one.kind).sort()).toEqual(['back area', 'front hall']);
});

test('S-07 S-08 ten departments sit at nine windows, two of them at one; a department without a window is legal', async () => {
  expect(await json('window', 'list', '--on', '2023-12-31')).toHaveLength(9);
  const stationings = await json('stationing', 'list');
  const departments = new Set(stationings.map(one => one.department_code));
  const perWindow = [...rowsBy(stationings, 'window_code').values()].map(own => own.length);
  expect([departments.size, perWindow.length, Math.max(...perWindow)]).toEqual([10, 9, 2]);
  await done('department', 'add', '--code', 'YBJ', '--name', '旗医疗保障局', '--tier', 'banner');
  expect((await tiaochu('check')).code).toBe(0);
  const { departments: stationed } = await json<Record_>('report', 'headline', ...CAMPAIGN);
  expect(stationed).toBe(10);
}, 30_000);

test('S-05 the centre’s posts fill nine of the twelve that its establishment has, and no more than it has', async () => {
  const { establishments } = await json<{ establishments: Record_[] }>('site', 'show', '150722-S01');
  expect([sumOf(establishments, 'seats'), sumOf(establishments, 'filled'), sumOf(establishments, 'vacant')]).toEqual([
    12, 9, 3,
  ]);
  const post = ['--site-code', '150722-S01', '--role', 'member', '--holder', '敖玉兰'];
  const full = await tiaochu('post', 'add', '--code', 'P-99', ...post, '--establishment-code', '150722-S01-E1');
  expect([full.code, full.stderr]).toEqual([4, expect.stringContaining('is full')]);
});

test('S-07 S-10 S-50 every window received something, and each figure is explained by as many rows', async () => {
  const windows = await json('service', 'count', ...CAMPAIGN);
  const received = (row: Record_) =>
    ['services', 'disputes', 'petitions'].reduce((sum, key) => sum + Number(row[key]), 0);
  expect(windows.map(row => received(row) > 0)).toEqual(Array.from({ length: 9 }, () => true));
  for (const figure of ['disputes', 'petitions', 'sessions']) {
    expect(sumOf(windows, figure)).toBeGreaterThan(0);
    const rows = await json('service', 'count', ...CAMPAIGN, '--explain', figure);
    expect([figure, rows.length]).toEqual([figure, sumOf(windows, figure)]);
  }
});

test('S-11 each of the fifteen townships has one work station', async () => {
  const stations = await sitesOf('work_station');
  expect(stations.map(one => one.unit_code)).toEqual(await unitsOn('township'));
  const more = ['--kind', 'station', '--unit-code', '150722103', '--name', '第二工作站'];
  expect((await tiaochu('site', 'add', '--code', '150722103-S02', ...more)).code).toBe(4);
});

test('S-12 the party secretary heads each station; heads of offices and of the villages are its members', async () => {
  for (const { code, unit_code: township } of await sitesOf('work_station')) {
    const { posts } = await site(String(code));
    const duties = (role: string) => posts.filter(one => one.role === role).map(one => String(one.duty_title));
    expect([code, duties('head')]).toEqual([code, ['党委书记']]);
    expect(duties('deputy').length).toBeGreaterThan(0);
    expect(duties('member').filter(duty => duty.endsWith('所所长')).length).toBeGreaterThan(0);
    const below = (await json('unit', 'list', '--unit', String(township))).length - 1;
    expect([code, duties('member').filter(duty => /党组织书记|主任/.test(duty)).length]).toEqual([code, below]);
  }
});

test('S-12 a station without its head is named by report gaps, and nobody but the party secretary fills the place', async () => {
  const setUp = async () =>
    (await json('report', 'gaps')).filter(({ kind }) => !OPEN_IN_THE_DEMO.includes(String(kind)));
  expect(await setUp()).toEqual([]);
  await done('post', 'close', '--yes', `${STATION}-P01`, '--on', '2023-12-31');
  expect(await setUp()).toMatchObject([
    { kind: 'head', unit_code: '150722103', missing: 'the work station has no head' },
  ]);
  const head = ['--site-code', STATION, '--role', 'head', '--holder', '敖玉兰', '--on', '2023-12-31'];
  const other = await tiaochu('post', 'add', '--code', `${STATION}-P90`, ...head, '--duty-title', '司法所所长');
  expect([other.code, other.stderr]).toEqual([4, expect.stringContaining('党委书记')]);
  await done('post', 'add', '--code', `${STATION}-P91`, ...head, '--duty-title', '党委书记');
  expect(await gapsAt('150722103')).toEqual([]);
});

test('S-13 S-14 each station stands in a service hall with four forces and four rooms; a missing room is named', async () => {
  for (const { code } of await sitesOf('work_station')) {
    const { host_place, forces, rooms } = await site(String(code));
    expect([code, host_place]).toEqual([code, expect.stringContaining('服务大厅')]);
    expect(String(forces).split('; ')).toEqual(['grid', 'mediation', 'legal service', 'petition reception']);
    const kinds = rooms.map(one => one.kind).sort();
    expect([code, kinds]).toEqual([code, ['file room', 'mediation room', 'office', 'service window']]);
  }
  const file = (await site(STATION)).rooms.find(one => one.kind === 'file room');
  await done('room', 'close', '--yes', String(file?.code), '--on', '2023-12-31');
  expect(await gapsAt('150722103')).toMatchObject([{ kind: 'room', missing: 'the work station has no file room' }]);
});

test('S-13 no other site has the forces of a station', async () => {
  const withForces = (await json('site', 'list')).filter(one => one.forces !== '');
  expect(new Set(withForces.map(one => one.kind))).toEqual(new Set(['work station']));
});

test('S-15 220 villages and 26 communities have a working group each', async () => {
  const groups = await sitesOf('working_group');
  const [villages, communities] = [await unitsOn('village'), await unitsOn('community')];
  expect([villages.length, communities.length]).toEqual([220, 26]);
  expect(groups.map(one => one.unit_code).sort()).toEqual([...villages, ...communities].sort());
});

test('S-16 each group has one or two heads, secretary or director, deputies, and members of the seven kinds in all', async () => {
  const posts = await json('post', 'list');
  const bySite = rowsBy(posts, 'site_code');
  for (const { code } of await sitesOf('working_group')) {
    const own = bySite.get(String(code)) ?? [];
    const heads = own.filter(one => one.role === 'head').map(one => String(one.duty_title));
    expect([code, heads.length === 1 || heads.length === 2]).toEqual([code, true]);
    expect([code, heads.every(duty => /书记|主任/.test(duty))]).toEqual([code, true]);
    expect([code, own.some(one => one.role === 'deputy')]).toEqual([code, true]);
  }
  expect(new Set(posts.map(one => one.category ?? '')).size - 1).toBe(7);
  const deputy = ['--site-code', '150722100200-S01', '--role', 'head', '--holder', '敖玉兰', '--duty-title', '副书记'];
  expect((await tiaochu('post', 'add', '--code', '150722100200-S01-P90', ...deputy)).code).toBe(4);
});

test('S-17 every village and community has taken disputes in, and a village of any township still does', async () => {
  const rows = await json('report', 'resolution', '--by', 'village', '--year', '2023');
  const intake = new Map(rows.map(row => [row.unit_code, Number(row.registered)]));
  const places = [...(await unitsOn('village')), ...(await unitsOn('community'))];
  expect(places.filter(code => !((intake.get(code) ?? 0) > 0))).toEqual([]);
  const first = new Map(places.map(code => [String(code).slice(0, 9), String(code)]));
  const what = ['--grade', 'simple', '--category', '02', '--title', '院墙滴水', '--applicant', '敖玉兰', '--dry-run'];
  for (const unit of first.values())
    expect([unit, (await tiaochu('dispute', 'register', '--unit', unit, ...what)).code]).toEqual([unit, 0]);
});

test('S-21 the leading group of the banner has one leader, and takes no second', async () => {
  const [group, ...others] = await sitesOf('leading_group');
  expect(others).toEqual([]);
  const code = String(group?.code);
  const heads = (await json('post', 'list', '--site', code)).filter(one => one.role === 'head');
  expect(heads.map(one => one.duty_title)).toEqual(['旗委主要负责同志']);
  const meetings = await json('meeting', 'list', '--kind', 'leading_group', '--reveal', '核对');
  expect(meetings.map(one => one.chair)).toEqual(
    Array(3).fill((await json('post', 'list', '--site', code, '--reveal', '核对'))[0]?.holder),
  );
  const second = ['--site-code', code, '--role', 'head', '--holder', '敖玉兰', '--duty-title', '旗委主要负责同志'];
  expect((await tiaochu('post', 'add', '--code', `${code}-P90`, ...second)).code).toBe(4);
});

test('S-50 services are counted by window, each by what the window is for, and outreach is listed', async () => {
  const windows = await json('service', 'count', ...CAMPAIGN);
  expect(windows).toHaveLength(9);
  const services = await json('service', 'list');
  for (const { window_code: code, services: served, people } of windows) {
    const own = services.filter(one => one.window_code === code);
    expect([code, own.length, own.reduce((sum, one) => sum + Number(one.people), 0)]).toEqual([code, served, people]);
  }
  const notaries = windows.filter(one => Number(one.notary) > 0).map(one => one.window);
  expect(notaries).toEqual(['人民调解和法律援助窗口']);
  const more = ['--kind', 'notary', '--served-on', '2023-12-29', '--people', '2'];
  await done('service', 'add', '--code', 'FW-2023-901', '--window-code', 'CK04', ...more);
  const after = await json('service', 'count', ...CAMPAIGN);
  const counted = (rows: readonly Record_[]) => Number(rows.find(one => one.window_code === 'CK04')?.notary);
  expect(counted(after)).toBe(counted(windows) + 1);
  expect((await json('outreach', 'list')).length).toBeGreaterThan(10);
});
