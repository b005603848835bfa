import { expect, test } from 'vitest';
import { commonName, type NamedSite } from '../../src/reports/bulletin/site-names.ts';
import { bulletinText } from '../../src/reports/bulletin/text.ts';
import { figuresAt } from '../../src/reports/headline/figures.ts';
import { householdVisits, notOver } from '../../src/reports/headline/notes.ts';

test.each([
  [270_600, '270,600（27万余户次）', '270,600 (27万余户次)'],
  [20_000, '20,000（2万户次）', '20,000 (2万户次)'],
  [9_999, '9,999', '9,999'],
])('%i visits read %s', (count, zh, en) => {
  expect(householdVisits(count)).toEqual({ zh, en });
});

test('only a period that ends after today says that it is not over', () => {
  const period = { from: '2023-05-01', to: '2023-12-31' };
  expect(notOver({ period, today: '2023-12-31' })).toEqual([]);
  expect(notOver({ period, today: '2023-12-30' })).toHaveLength(1);
});

const station = (unit: string, name: string): NamedSite => ({ kind: 'work_station', unit, name });

test.each([
  ['all agree', [station('红彦镇', '红彦镇综治中心'), station('宝山镇', '宝山镇综治中心')], '综治中心'],
  ['one differs', [station('红彦镇', '红彦镇综治中心'), station('宝山镇', '宝山镇工作站')], undefined],
  ['a name is the unit’s own', [station('红彦镇', '红彦镇')], undefined],
  ['there are none', [{ kind: 'working_group', unit: '红彦村', name: '红彦村小组' } as const], undefined],
])('what stations are called where %s', (_, sites, name) => {
  expect(commonName(sites, 'work_station')).toBe(name);
});

test('a briefing calls the centre by its name and says nothing of one that is not there', () => {
  const figures = { windows: 9, departments: 10 };
  const centre: NamedSite = { kind: 'command_centre', unit: '某旗', name: '综治中心' };
  const text = (sites: readonly NamedSite[]) =>
    bulletinText({ unit: '某旗', level: 'banner', sites }, figures)
      .map(({ zh }) => zh)
      .join('');
  expect(text([centre])).toContain('综治中心设 9 个调解窗口，10 个部门进驻。');
  expect(text([])).not.toMatch(/窗口|中心/);
});

test('a briefing of a township or a village says nothing of what only the banner has', () => {
  const figures = { villages: 12, communities: 1, stations: 1, working_groups: 13, teams: 13, cadres: 182, pairs: 91 };
  const text = (level: 'township' | 'village') => {
    const sentences = bulletinText({ unit: '红彦镇', level, sites: [] }, { ...figures, coverage: 0.5 });
    return [sentences.map(({ zh }) => zh).join(''), sentences.map(({ en }) => en).join(' ')];
  };
  for (const said of [...text('township'), ...text('village')]) expect(said).not.toMatch(/指导组|guidance|全旗|banner/);
  expect(text('township')[0]).toContain('红彦镇 12 个行政村、1 个社区，建立工作站 1 个、工作小组 13 个');
  expect(text('village')[0]).toContain('红彦镇建立工作小组 13 个');
  expect(text('village')[1]).not.toContain('villages');
});

test.each([
  ['banner', 17],
  ['township', 13],
  ['village', 10],
  ['community', 10],
] as const)('the headline of a %s has %i figures besides coverage', (level, count) => {
  expect(figuresAt(level)).toHaveLength(count);
});
