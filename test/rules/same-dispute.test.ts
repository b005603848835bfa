import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/cases/party.ts';
import { missingParties } from '../../src/disputes/merge-rules.ts';
import { possiblySame, type Recognised } from '../../src/disputes/same-dispute.ts';

const party = (role: Role, name: string, more: Partial<Recognised> = {}): Recognised => ({
  ...{ role, name, id: '', household: '' },
  ...more,
});
const HOUSE = '150722100200010001';
const ID = '150722198001010012';
const REGISTERED = {
  number: '150722100200-2023-1',
  title: '院墙滴水',
  registeredOn: '2023-05-03',
  parties: [
    party('applicant', '敖玉兰', { household: HOUSE }),
    party('applicant', '李四'),
    party('respondent', '郭海山', { id: ID }),
  ],
};

describe('a dispute may be the same as one that is open', () => {
  test.each<[why: string, parties: readonly Recognised[], on: string, isSame: boolean]>([
    [
      'the same people on both sides',
      [party('applicant', '敖玉兰'), party('respondent', '郭海山')],
      '2023-06-01',
      true,
    ],
    [
      'the same people with the sides swapped',
      [party('applicant', '郭海山'), party('respondent', '李四')],
      '2023-06-01',
      true,
    ],
    ['the same applicant only', [party('applicant', '敖玉兰'), party('respondent', '何春花')], '2023-06-01', false],
    ['the same respondent only', [party('applicant', '何春花'), party('respondent', '郭海山')], '2023-06-01', false],
    ['both on one side', [party('applicant', '敖玉兰'), party('applicant', '郭海山')], '2023-06-01', false],
    ['the same household', [party('respondent', '敖金山', { household: HOUSE })], '2023-06-01', true],
    ['the same identity number', [party('applicant', '郭山', { id: ID })], '2023-06-01', true],
    ['no number and no household on either side', [party('applicant', '何春花')], '2023-06-01', false],
    ['a year later', [party('applicant', '郭山', { id: ID })], '2024-05-02', true],
    ['a year and a day later', [party('applicant', '郭山', { id: ID })], '2024-05-03', false],
    ['entered late, for a day before', [party('applicant', '郭山', { id: ID })], '2023-04-01', true],
  ])('%s', (_, parties, on, isSame) => {
    expect(possiblySame(parties, on, [REGISTERED]).length === 1).toBe(isSame);
  });
});

describe('merging brings the parties that the other dispute lacks', () => {
  const person = (name: string, phone = '', id_number = '') => ({ name, phone, id_number });

  test.each<[why: string, merged: ReturnType<typeof person>, staying: ReturnType<typeof person>, isMissing: boolean]>([
    ['another name', person('李四'), person('敖玉兰'), true],
    ['the same name', person('敖玉兰'), person('敖玉兰'), false],
    ['the same name, one phone known', person('敖玉兰', '13900000001'), person('敖玉兰'), false],
    ['the same name, another phone', person('敖玉兰', '13900000001'), person('敖玉兰', '13900000002'), true],
    ['the same number, another spelling', person('郭山', '', ID), person('郭海山', '', ID), false],
    ['the same name, another number', person('郭海山', '', ID), person('郭海山', '', '15072219650815012X'), true],
  ])('%s', (_, merged, staying, isMissing) => {
    expect(missingParties([merged], [staying])).toEqual(isMissing ? [merged] : []);
  });
});
