import { describe, expect, test } from 'vitest';
import { BEGINNING, OPEN_END } from '../../src/kernel/day.ts';
import type { SiteFact } from '../../src/reports/gaps/facts.ts';
import { type GapFacts, gapsOn } from '../../src/reports/gaps/rules.ts';
import type { RoomKind } from '../../src/sites/room.ts';
import type { SiteKind } from '../../src/sites/site.ts';
import type { Level } from '../../src/units/level.ts';
import { treeOn } from '../../src/units/tree.ts';
import type { Step } from '../../src/village-rules/step.ts';

describe('gaps', () => {
  const unit = (unit_id: number, level: Level, parent_id: number | null) => ({
    unit_id,
    code: `U${unit_id}`,
    name: `U${unit_id}`,
    level,
    parent_id,
    from_on: BEGINNING,
    to_on: OPEN_END,
  });
  const units = [unit(1, 'banner', null), unit(2, 'township', 1), unit(3, 'village', 2), unit(4, 'community', 2)];
  const site = (code: string, unit_id: number, kind: SiteKind, duties: string[], rooms: RoomKind[] = []): SiteFact => ({
    code,
    kind,
    unit_id,
    heads: duties.map((duty_title, i) => ({ code: `${code}-P${i}`, duty_title })),
    rooms: new Set(rooms),
  });
  const found = (facts: Partial<GapFacts> & { day?: string }) =>
    all(facts).map(gap => `${gap.unit.code} ${gap.missing.en}`);
  const all = (facts: Partial<GapFacts> & { day?: string }) =>
    gapsOn({
      tree: treeOn(units, facts.day ?? '2023-12-31'),
      sites: [],
      calendar: {
        listed: new Map(),
        years: new Set(['2023', '2024']),
      },
      rules: [{ code: 'U3-G1', unit_id: 3, kind: 'rule', filed_on: '2023-06-01', version: 1 }],
      steps: facts.rules ? [] : [{ unit_id: 3, version: 1, step: 'publication' }],
      committees: [],
      vacancies: [],
      mainTasks: ['main-1', 'main-2', 'main-3'].map(code => ({ code, name_zh: code })),
      leaderless: new Set(),
      told: new Set([3, 4]),
      codes: [],
      citations: [],
      ...facts,
    });
  const STATION: RoomKind[] = ['window', 'office', 'mediation', 'file'];
  const whole = [
    site('C', 1, 'command_centre', []),
    site('S', 2, 'work_station', ['镇党委书记'], STATION),
    site('G', 3, 'working_group', ['村书记', '村主任']),
    site('H', 4, 'working_group', ['社区书记']),
  ];

  test('are none where everything is set up', () => {
    expect(found({ sites: whole })).toEqual([]);
  });

  test('are what an establishment has vacant at its unit', () => {
    const vacancy = {
      code: 'E1',
      site_code: 'C',
      kind: 'institution',
      title: '',
      seats: 12,
      filled: 9,
      vacant: 3,
    } as const;
    expect(found({ sites: whole, vacancies: [vacancy] })).toEqual([
      'U1 the establishment E1 has 3 vacant of 12, 9 filled',
    ]);
    expect(found({ sites: whole, vacancies: [{ ...vacancy, filled: 12, vacant: 0 }] })).toEqual([]);
  });

  test('are the main tasks that the office has not entered, or not named', () => {
    const task = { code: 'main-1', name_zh: '主要任务一（待录入）' };
    expect(found({ sites: whole, mainTasks: [] })).toEqual(['U1 0 of three main tasks entered']);
    expect(found({ sites: whole, mainTasks: [task] })).toEqual([
      'U1 the main task main-1 has no name',
      'U1 1 of three main tasks entered',
    ]);
  });

  test('are the teams without a leader', () => {
    expect(found({ sites: whole, leaderless: new Set([3]) })).toEqual(['U3 the service team has no leader']);
  });

  test('are the villages and communities that were never told about the petition agency', () => {
    expect(found({ sites: whole, told: new Set([2, 4]) })).toEqual(['U3 never told about the petition agency']);
  });

  test('are all sites where nothing is', () => {
    expect(found({ rules: [] })).toEqual([
      'U1 no command centre',
      'U2 no work station',
      'U3 no working group',
      'U3 no village rules',
      'U4 no working group',
    ]);
  });

  test('are second command centres', () => {
    expect(found({ sites: [...whole, site('D', 1, 'command_centre', [])] })).toEqual([
      'U1 more than one command centre: C, D',
    ]);
  });

  test('are heads and rooms', () => {
    const [centre, , , community] = whole as [SiteFact, SiteFact, SiteFact, SiteFact];
    const sites = [
      centre,
      site('S', 2, 'work_station', ['镇长'], ['file']),
      site('G', 3, 'working_group', []),
      community,
    ];
    expect(found({ sites })).toEqual([
      'U2 S-P0 is not 党委书记: the party secretary heads a station',
      'U2 the work station has no service window',
      'U2 the work station has no office',
      'U2 the work station has no mediation room',
      'U3 the working group has no head',
    ]);
  });

  test('are rules and compacts that are not filed by that day', () => {
    const rules = [
      { code: 'U3-G1', unit_id: 3, kind: 'rule', filed_on: '2023-06-02', version: 1 },
      { code: 'U4-G1', unit_id: 4, kind: 'compact', filed_on: null, version: 1 },
    ] as const;
    const steps = [3, 4].map(unit_id => ({ unit_id, version: 1, step: 'publication' }) as const);
    expect(found({ sites: whole, rules, steps, day: '2023-06-01' })).toEqual([
      'U3 U3-G1 is not filed with the township',
      'U4 U4-G1 is not filed with the township',
    ]);
    expect(found({ sites: whole, rules, steps, day: '2023-06-02' })).toEqual([
      'U4 U4-G1 is not filed with the township',
    ]);
  });

  test('are the step that an edition lacks: its next one, or the publication of what is adopted', () => {
    const of = (...taken: Step[]) => taken.map(step => ({ unit_id: 3, version: 1, step }));
    const lacking = (steps: GapFacts['steps'], rules: GapFacts['rules'] = []) => all({ sites: whole, steps, rules });
    const commands = (...steps: Step[]) => lacking(of(...steps)).map(({ command }) => command.en);
    expect(commands('draft')).toEqual(['tiaochu village-rule step U3 --edition 1 --step discussion --on …']);
    expect(commands('draft', 'discussion')).toEqual([
      'tiaochu village-rule step U3 --edition 1 --step vote --on … --present … --for … --against …',
    ]);
    expect(commands('draft', 'discussion', 'vote')).toEqual([
      'tiaochu village-rule add --unit-code U3 --code U3-G1 --kind rule --title U3村规民约 --edition 1 --adopted-on …',
    ]);
    const rule = { code: 'U3-G1', unit_id: 3, kind: 'rule', filed_on: '2023-06-01', version: 1 } as const;
    expect(lacking(of('vote'), [rule]).map(({ missing }) => missing.en)).toEqual(['U3-G1 is not published']);
    const second = [...of('publication'), { unit_id: 3, version: 2, step: 'draft' } as const];
    expect(lacking(second, [rule]).map(({ missing }) => missing.en)).toEqual([
      'edition 2 of the village rules has no discussion',
    ]);
  });

  test('are mended by whole commands, each with a code of its own', () => {
    const [centre, , ...groups] = whole as [SiteFact, SiteFact, SiteFact, SiteFact];
    const mended = (facts: Partial<GapFacts>) => all(facts).map(gap => gap.command.en);
    expect(mended({ sites: [centre, ...groups], codes: ['U2-S01', 'U2-S02'] })).toEqual([
      'tiaochu site add --kind station --unit-code U2 --code U2-S03 --name U2工作站',
    ]);
    expect(
      mended({ sites: [centre, site('S', 2, 'work_station', [], ['file', 'office']), ...groups], codes: ['S-R02'] }),
    ).toEqual([
      'tiaochu post add --site-code S --code S-P01 --role head --duty-title 党委书记 --holder …',
      'tiaochu room add --site-code S --code S-R01 --kind window --name 服务窗口',
      'tiaochu room add --site-code S --code S-R03 --kind mediation --name 调解室',
    ]);
    expect(mended({ sites: whole, rules: [], codes: ['U3-G1'] })).toEqual([
      'tiaochu village-rule add --unit-code U3 --code U3-G2 --kind rule --title U3村规民约 --edition 2 --adopted-on …',
    ]);
  });

  test('are committees that are not composed as the law has it, of units that keep a roster', () => {
    const man = { sex: 'male', ethnicity: '汉族' };
    const committees = [{ unit_id: 3, members: [man, { sex: 'female', ethnicity: '达斡尔族' }] }];
    const [only] = all({ sites: whole, committees, codes: ['U3-T01'] });
    expect(only?.missing.en).toMatch(/^the mediation committee has 2 members/);
    expect(only?.command.en).toBe('tiaochu mediator add --unit-code U3 --code U3-T02 --name …');
    const many = [{ unit_id: 2, members: [...Array(10).fill(man), { sex: 'female', ethnicity: '达斡尔族' }] }];
    expect(all({ sites: whole, committees: many }).map(gap => gap.command.en)).toEqual([
      'tiaochu mediator list --unit U2',
    ]);
  });

  test('are years without free days, the next from October on', () => {
    expect(found({ sites: whole, day: '2024-09-30' })).toEqual([]);
    expect(found({ sites: whole, day: '2024-10-01' })).toEqual(['U1 no free days for 2025']);
    expect(found({ sites: whole, day: '2025-10-01' })).toEqual([
      'U1 no free days for 2025',
      'U1 no free days for 2026',
    ]);
  });
});
