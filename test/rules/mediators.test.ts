import { describe, expect, test } from 'vitest';
import { committeeProblems, type Member } from '../../src/mediators/committee-rules.ts';
import { nameOnRoster, type Roster, rosterDoubts } from '../../src/mediators/roster-rules.ts';

const member = (sex: Member['sex'] = 'male', ethnicity = '') => ({ sex, ethnicity });
const said = (members: readonly Member[]) => committeeProblems(members).map(({ en }) => en.replace(/ \(People.*/, ''));

describe('a mediation committee', () => {
  const sound = [member('female', '达斡尔族'), member('male', '汉'), member('male', '汉族')];

  test('has three to nine members', () => {
    const of = (size: number) => said([...sound, ...Array.from({ length: size }, () => member())].slice(0, size));
    expect(of(2)).toEqual(['the mediation committee has 2 members, not 3 to 9']);
    expect(of(3)).toEqual([]);
    expect(of(9)).toEqual([]);
    expect(of(10)).toEqual(['the mediation committee has 10 members, not 3 to 9']);
  });

  test('with too many members wants fewer, else another', () => {
    const wants = (size: number) =>
      committeeProblems([...sound, ...Array.from({ length: size - 3 }, () => member())]).map(problem => problem.wants);
    expect(wants(10)).toEqual(['fewer']);
    expect(committeeProblems(sound.slice(0, 2)).map(problem => problem.wants)).toEqual(['member']);
  });

  test('has a woman on record; a sex that is not recorded is named', () => {
    const men = sound.map(one => ({ ...one, sex: 'male' }));
    expect(said(men)).toEqual(['the mediation committee has no woman on record']);
    expect(said([...men, { ...member(), sex: null }])).toEqual([
      'the mediation committee has no woman on record, 1 without a sex',
    ]);
  });

  test('is not of a single people, whether its name is written with 族 or without', () => {
    const han = sound.map(one => ({ ...one, ethnicity: '汉族' }));
    expect(said(han)[0]).toContain('all members of the mediation committee on record are 汉;');
    expect(said([...han, member('male', '汉')])[0]).toContain('all members');
    expect(said([...han, member('male', '鄂温克')])).toEqual([]);
    expect(said(sound.map(one => ({ ...one, ethnicity: '' })))).toEqual([]);
  });
});

describe('a mediator who is named', () => {
  const roster: Roster = {
    unit: '尼尔基镇',
    unitCode: '150722100',
    mediators: [
      { code: 'T01', name: '何春花' },
      { code: 'T02', name: '沃建国' },
    ],
  };
  const doubts = (...names: string[]) => rosterDoubts(roster, names).map(({ en }) => en);

  test('by the code is called by the name', () => {
    expect([nameOnRoster(roster, 'T01'), nameOnRoster(roster, '孟克')]).toEqual(['何春花', '孟克']);
  });

  test('and is on the roster is not doubted', () => {
    expect(doubts('何春花', '沃建国')).toEqual([]);
  });

  test('and is nearly on the roster is asked about', () => {
    expect(doubts('何春华', '沃建')).toEqual([
      '何春华 is not on the roster of 尼尔基镇: did you mean 何春花?',
      '沃建 is not on the roster of 尼尔基镇: did you mean 沃建国?',
    ]);
  });

  test('and is from elsewhere is accepted with a remark', () => {
    expect(doubts('孟克')).toEqual(['孟克 is not on the roster of 尼尔基镇 (tiaochu mediator list --unit 150722100)']);
  });

  test('is not doubted where a unit keeps no roster', () => {
    expect(rosterDoubts({ ...roster, mediators: [] }, ['何春华'])).toEqual([]);
  });
});
