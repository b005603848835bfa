import { describe, expect, test } from 'vitest';
import { DUTIES } from '../../src/kernel/duty.ts';
import { keysOf } from '../../src/kernel/keys.ts';
import { passphraseProblem } from '../../src/kernel/passphrase-rules.ts';
import { identified } from '../../src/operators/identity-rules.ts';
import { isPassphrase, keptPassphrase } from '../../src/operators/passphrase.ts';
import {
  adminPlaceProblem,
  firstProblem,
  lastAdminProblem,
  mayDo,
  RELATIONS,
  ROLES,
  reach,
  relationTo,
  takenProblem,
} from '../../src/operators/rules.ts';
import { treeOn, type UnitTerm } from '../../src/units/tree.ts';

/** What each role may do, kind of work by kind of work: o own unit, u a unit below without an operator, b one with its own, e elsewhere. */
const MAY = `
          entry handling decision administration looking own
clerk     oub   ou       -        -              oube    oube
head      oub   oub      oub      -              oube    oube
admin     oube  oube     oube     oube           oube    oube
auditor   -     -        -        -              oube    oube
`;

const table = MAY.trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/));
const [duties = [], ...roles] = table;

describe('what an operator may do', () => {
  test('is said for every role, kind of work and place', () => {
    expect(duties).toEqual(keysOf(DUTIES));
    expect(roles.map(([role]) => role)).toEqual(keysOf(ROLES));
  });

  test.each(keysOf(ROLES).flatMap(role => keysOf(DUTIES).map(duty => ({ role, duty }))))(
    '$role: $duty',
    ({ role, duty }) => {
      const may = roles.find(([name]) => name === role)?.[duties.indexOf(duty) + 1] ?? '';
      for (const relation of RELATIONS)
        expect(mayDo(role, duty, relation), relation).toBe(may.includes(relation.charAt(0)));
      expect(reach(role, duty)).toBe(may === '-' ? 'nowhere' : may === 'oube' ? 'everywhere' : 'some');
    },
  );
});

const always = { from_on: '0001-01-01', to_on: '9999-12-31' };
const unit = (unit_id: number, code: string, level: UnitTerm['level'], parent_id: number | null): UnitTerm => ({
  ...{ unit_id, code, name: code, level, parent_id, ...always },
});
const tree = treeOn(
  [
    unit(1, '150722', 'banner', null),
    unit(2, '150722100', 'township', 1),
    unit(3, '150722100200', 'village', 2),
    unit(4, '150722100201', 'village', 2),
    unit(5, '150722101', 'township', 1),
  ],
  '2023-12-31',
);

test('a unit is one’s own, below it with or without operators, or elsewhere', () => {
  const relation = (own: number, other: number) => relationTo(own, other, new Set([2, 3]), tree);
  expect(relation(2, 2)).toBe('own');
  expect(relation(2, 3)).toBe('below');
  expect(relation(2, 4)).toBe('unattended');
  expect(relation(2, 5)).toBe('elsewhere');
  expect(relation(3, 2)).toBe('elsewhere');
  expect(relation(1, 3)).toBe('below');
});

test('whoever belongs to a village that was merged belongs to the one that took its place', () => {
  const merged = { ...tree, mergedInto: new Map([[3, 4]]) };
  expect(relationTo(3, 4, new Set(), merged)).toBe('own');
  expect(relationTo(4, 3, new Set(), merged)).toBe('own');
});

const operator = (id: number, name: string, more: object = {}) => ({
  ...{ id, name, role: 'clerk' as const, system_user: null, passphrase: 'scrypt$', retired_on: null, ...more },
});
const claim = (more: object = {}) => ({ named: undefined, own: undefined, systemUser: 'office', ...more });

describe('who acts', () => {
  const bound = operator(1, '何春花', { system_user: 'office' });
  const other = operator(2, '孟志强');
  const away = operator(3, '敖玉兰', { system_user: 'away', passphrase: null });
  const left = operator(4, '金海山', { system_user: 'left', retired_on: '2023-06-01' });
  const all = [bound, other, away, left];
  const who = (more: object) => identified(all, claim(more));

  test('is the operator of the system user where nobody is named, whatever name the user has set', () => {
    expect(who({})).toEqual({ operator: bound, isProven: true });
    expect(who({ own: '孟志强' })).toEqual({ operator: bound, isProven: true });
    expect(who({ named: '何春花' })).toEqual({ operator: bound, isProven: true });
  });

  test('is whom the line names, or else the setting, with a passphrase', () => {
    expect(who({ named: '孟志强' })).toEqual({ operator: other, isProven: false });
    expect(who({ systemUser: 'x', own: '孟志强' })).toEqual({ operator: other, isProven: false });
  });

  test.each([
    ['nobody is named and the system user is none', { systemUser: 'x' }],
    ['the name is nobody’s', { named: '无名' }],
    ['he has retired', { named: '金海山' }],
    ['his system user has retired', { systemUser: 'left' }],
    ['he has no passphrase and another system user', { named: '敖玉兰' }],
  ])('is nobody where %s', (_, more) => {
    expect(who(more)).toMatchObject({ reason: 'unknown' });
  });
});

describe('a ledger keeps an administrator', () => {
  const admin = operator(1, '何春花', { role: 'admin' });

  test('the first operator is one', () => {
    expect(firstProblem([], 'clerk')?.en).toContain('must be a banner administrator');
    expect(firstProblem([{ ...admin, retired_on: '2023-01-01' }], 'head')).toBeDefined();
    expect(firstProblem([], 'admin')).toBeUndefined();
    expect(firstProblem([admin], 'clerk')).toBeUndefined();
  });

  test('the last one stays', () => {
    expect(lastAdminProblem([admin, operator(2, '孟志强')], 1)).toBeDefined();
    expect(lastAdminProblem([admin, operator(2, '孟志强', { role: 'admin' })], 1)).toBeUndefined();
    expect(
      lastAdminProblem([admin, operator(2, '孟志强', { role: 'admin', retired_on: '2023-01-01' })], 1),
    ).toBeDefined();
    expect(lastAdminProblem([admin, operator(2, '孟志强')], 2)).toBeUndefined();
  });

  test('and he belongs to the banner', () => {
    expect(adminPlaceProblem('admin', 'township', '尼尔基镇')).toBeDefined();
    expect(adminPlaceProblem('admin', 'banner', '旗')).toBeUndefined();
    expect(adminPlaceProblem('clerk', 'village', '村')).toBeUndefined();
  });
});

test('a name is never given again, a system user only after its operator has retired', () => {
  const known = [
    operator(1, '何春花', { system_user: 'office', retired_on: '2023-06-01' }),
    operator(2, '孟志强', { system_user: 'desk' }),
  ];
  expect(takenProblem(known, { name: '何春花' })?.en).toContain('retired on 2023-06-01');
  expect(takenProblem(known, { name: '金海山', user: 'office' })).toBeUndefined();
  expect(takenProblem(known, { name: '金海山', user: 'desk' })).toBeDefined();
  expect(takenProblem(known, { name: '金海山' })).toBeUndefined();
});

test('a passphrase is kept as scrypt makes it, with a salt of its own', () => {
  const kept = keptPassphrase('五月的草原 1');
  expect(kept).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(kept).not.toContain('草原');
  expect(keptPassphrase('五月的草原 1')).not.toBe(kept);
  expect(isPassphrase('五月的草原 1', kept)).toBe(true);
  expect(isPassphrase('五月的草原　１', kept)).toBe(true);
  expect(isPassphrase('五月的草原 2', kept)).toBe(false);
});

test('a passphrase has at least eight characters', () => {
  expect(passphraseProblem('1234567')).toBeDefined();
  expect(passphraseProblem('莫力达瓦旗调处办')).toBeUndefined();
});
