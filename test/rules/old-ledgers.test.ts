import { describe, expect, test } from 'vitest';
import type { WindowsThen } from '../../src/centre/window-rules.ts';
import type { OldDispute } from '../../src/disputes/old-ledger.ts';
import {
  type OldLedgerFacts as DisputeFacts,
  oldLedgerProblems as disputeProblems,
} from '../../src/disputes/old-ledger-rules.ts';
import { ALWAYS, OPEN_END } from '../../src/kernel/day.ts';
import type { OldPetition } from '../../src/petitions/old-ledger.ts';
import {
  type OldLedgerFacts as PetitionFacts,
  oldLedgerProblems as petitionProblems,
} from '../../src/petitions/old-ledger-rules.ts';
import { treeOn } from '../../src/units/tree.ts';
import { BANNER, TOWNSHIP, TREE, VILLAGE } from '../support/disputes.ts';

const [DAY, TODAY, TOMORROW] = ['2023-06-10', '2023-12-31', '2024-01-01'] as const;
const CATEGORIES = [{ id: 1, code: '01', name_zh: '邻里', name_en: 'neighbours' }];
const HOUSEHOLD = `${VILLAGE.code}010001`;
const hasHousehold = (code: string) => code === HOUSEHOLD;
/** A window of the centre that opened in 2023, and one of another township. */
const WINDOWS: WindowsThen = {
  tree: TREE,
  windows: [
    { id: 1, code: 'CK01', name: '信访接待窗口', unit_id: null, from_on: '2023-01-01', to_on: OPEN_END },
    { id: 2, code: 'HY-1', name: '红彦窗口', unit_id: 9999, from_on: '2023-01-01', to_on: OPEN_END },
  ],
};

/** The columns that are wrong. */
type Columns = readonly string[];

describe('a dispute of an old ledger', () => {
  const ROW: OldDispute = {
    ...{
      old_number: 'X2',
      unit_code: VILLAGE.code,
      registered_on: DAY,
      grade: 'simple',
      category: '01',
      title: '滴水',
    },
  };
  const FACTS: DisputeFacts = {
    ...{ unit: VILLAGE, tree: TREE, categories: CATEGORIES, sources: CATEGORIES, mergedInto: undefined, hasHousehold },
    windows: WINDOWS,
    visitOn: (household, day) => (household === HOUSEHOLD && day === '2023-06-09' ? 7 : undefined),
  };
  const wrong = (row: Partial<OldDispute>, facts: Partial<DisputeFacts> = {}) =>
    disputeProblems({ ...ROW, ...row }, { ...FACTS, ...facts }, TODAY).map(({ column }) => column);

  test.each<[string, Partial<OldDispute>, Columns]>([
    ['open', {}, []],
    ['registered today', { registered_on: TODAY }, []],
    ['registered tomorrow', { registered_on: TOMORROW }, ['registered_on']],
    ['of an unknown category', { category: '09' }, ['category']],
    ['from a known source', { source: '01' }, []],
    ['from an unknown source', { source: '09' }, ['source']],
    ['received at a window of the centre', { window: 'CK01' }, []],
    ['received at an unknown window', { window: 'CK09' }, ['window']],
    ['received at the window of another unit', { window: 'HY-1' }, ['window']],
    ['received before the window opened', { window: 'CK01', registered_on: '2022-12-31' }, ['window']],
    ['of a known household', { applicant: `name=敖玉兰,household=${HOUSEHOLD}` }, []],
    ['of an unknown household', { applicant: `敖玉兰;name=敖玉兰,household=${HOUSEHOLD}9` }, ['applicant']],
    ['with an unknown household', { respondent: `name=敖玉兰,household=${HOUSEHOLD}9` }, ['respondent']],
    ['settled', { status: 'settled', settled_on: '2023-06-20' }, []],
    ['settled on its day', { status: 'settled', settled_on: DAY }, []],
    ['settled today', { status: 'settled', settled_on: TODAY }, []],
    ['settled before', { status: 'settled', settled_on: '2023-06-09' }, ['settled_on']],
    ['settled tomorrow', { status: 'settled', settled_on: TOMORROW }, ['settled_on']],
    ['settled on no day', { status: 'settled' }, ['settled_on']],
    ['settled and still open', { status: 'mediating', settled_on: '2023-06-20' }, ['settled_on']],
    ['closed', { status: 'closed', settled_on: '2023-06-20', closed_on: '2023-06-21' }, []],
    ['closed as it is settled', { status: 'closed', settled_on: '2023-06-20', closed_on: '2023-06-20' }, []],
    ['closed today', { status: 'closed', settled_on: '2023-06-20', closed_on: TODAY }, []],
    ['closed too soon', { status: 'closed', settled_on: '2023-06-20', closed_on: '2023-06-19' }, ['closed_on']],
    ['closed tomorrow', { status: 'closed', settled_on: '2023-06-20', closed_on: TOMORROW }, ['closed_on']],
    ['closed on no day', { status: 'closed', settled_on: '2023-06-20' }, ['closed_on']],
    ['closed and not', { status: 'settled', settled_on: '2023-06-20', closed_on: '2023-06-21' }, ['closed_on']],
    ['declined', { status: 'declined', closed_on: DAY }, []],
    ['declined on no day', { status: 'declined' }, []],
    ['declined before', { status: 'declined', closed_on: '2023-06-09' }, ['closed_on']],
    ['merged and not', { merged_into: 'X1' }, ['merged_into']],
    ['agreed on', { status: 'settled', settled_on: '2023-06-20', agreement: '加装水槽' }, []],
    ['agreed on and still open', { agreement: '加装水槽' }, ['agreement']],
    ['found in a visit', { visit_household: HOUSEHOLD, visited_on: '2023-06-09' }, []],
    ['found on a day without a visit', { visit_household: HOUSEHOLD, visited_on: '2023-06-08' }, ['visited_on']],
    ['found after its registration', { visit_household: HOUSEHOLD, visited_on: '2023-06-11' }, ['visited_on']],
    ['found in a household that is not there', { visit_household: '1', visited_on: '2023-06-09' }, ['visit_household']],
    ['found on no day', { visit_household: HOUSEHOLD }, ['visited_on']],
    ['found in no household', { visited_on: '2023-06-09' }, ['visit_household']],
  ])('is %s', (_, row, columns) => {
    expect(wrong(row)).toEqual(columns);
  });

  test('is of a unit that is open on its day', () => {
    const unit = { ...VILLAGE, from_on: '2023-06-10', to_on: '2023-06-11' };
    const on = (registered_on: string) => wrong({ registered_on }, { unit });
    expect([on('2023-06-09'), on('2023-06-10'), on('2023-06-11')]).toEqual([['registered_on'], [], ['registered_on']]);
    expect(wrong({}, { unit: undefined })).toEqual(['unit_code']);
  });

  test('has a unit that handles its grade: its own, or the tier’s above it', () => {
    const orphan = { ...VILLAGE, parent_id: null };
    const alone = treeOn([orphan], TODAY);
    expect(wrong({ grade: 'complex' })).toEqual([]);
    expect(wrong({ grade: 'complex' }, { unit: orphan, tree: alone })).toEqual(['grade']);
    expect(wrong({ grade: 'simple' }, { unit: orphan, tree: alone })).toEqual([]);
    expect(wrong({ grade: 'complex' }, { unit: TOWNSHIP, tree: treeOn([BANNER], TODAY) })).toEqual([]);
    expect(wrong({ grade: 'simple' }, { unit: TOWNSHIP })).toEqual([]);
  });

  test('is merged into another that is there and has not ended', () => {
    const merged = (merged_into: string, mergedInto: DisputeFacts['mergedInto']) =>
      wrong({ status: 'merged', merged_into }, { mergedInto });
    expect([merged('X1', 'mediating'), merged('X1', 'settled')]).toEqual([[], []]);
    for (const [into, status] of [
      ['X1', undefined],
      ['X2', 'mediating'],
      ['X1', 'declined'],
    ] as const)
      expect(merged(into, status)).toEqual(['merged_into']);
  });
});

describe('a petition of an old ledger', () => {
  const ROW: OldPetition = {
    ...{ old_number: 'X2', unit_code: VILLAGE.code, registered_on: DAY, channel: 'visit', kind: 'claim' },
    ...{ category: '01', demand: '补偿', petitioner: '敖玉兰' },
  };
  const AGENT = { name: '何春花', phone: '', ...ALWAYS };
  const FACTS: PetitionFacts = {
    ...{ unit: VILLAGE, categories: CATEGORIES, agent: undefined, earlierOn: undefined, hasHousehold },
    windows: WINDOWS,
  };
  const wrong = (row: Partial<OldPetition>, facts: Partial<PetitionFacts> = {}) =>
    petitionProblems({ ...ROW, ...row }, { ...FACTS, ...facts }, TODAY).map(({ column }) => column);
  const CONCLUDED = { status: 'concluded', concluded_on: '2023-06-30', outcome: 'support' } as const;
  const CLOSED = { ...CONCLUDED, status: 'closed', closed_on: '2023-07-30' } as const;
  const people = (count: number) => Array.from({ length: count }, (_, n) => `张${'一二三四五六'[n]}`).join(';');

  test.each<[string, Partial<OldPetition>, Columns]>([
    ['lodged', {}, []],
    ['lodged today', { registered_on: TODAY }, []],
    ['lodged tomorrow', { registered_on: TOMORROW }, ['registered_on']],
    ['of an unknown category', { category: '09' }, ['category']],
    ['received at a window of the centre', { window: '信访接待窗口' }, []],
    ['received at an unknown window', { window: 'CK09' }, ['window']],
    ['an accusation', { kind: 'accusation' }, ['kind']],
    ['on a lawsuit', { kind: 'litigation' }, ['kind']],
    ['under review', { status: 'under_review', accepted_on: DAY }, ['status']],
    ['declined', { status: 'declined' }, []],
    ['lodged and accepted', { status: 'lodged', accepted_on: DAY }, ['accepted_on']],
    ['accepted on its day', { status: 'accepted', accepted_on: DAY }, []],
    ['accepted on no day', { status: 'accepted' }, []],
    ['accepted today', { status: 'accepted', accepted_on: TODAY }, []],
    ['accepted before', { status: 'accepted', accepted_on: '2023-06-09' }, ['accepted_on']],
    ['accepted tomorrow', { status: 'accepted', accepted_on: TOMORROW }, ['accepted_on']],
    ['concluded', CONCLUDED, []],
    ['concluded on its day', { ...CONCLUDED, concluded_on: DAY }, []],
    ['concluded as it is accepted', { ...CONCLUDED, accepted_on: '2023-06-30' }, []],
    ['concluded before it is accepted', { ...CONCLUDED, accepted_on: '2023-07-01' }, ['concluded_on']],
    ['concluded tomorrow', { ...CONCLUDED, concluded_on: TOMORROW }, ['concluded_on']],
    ['concluded on no day', { status: 'concluded', outcome: 'support' }, ['concluded_on']],
    ['concluded and open', { status: 'accepted', concluded_on: '2023-06-30' }, ['concluded_on']],
    ['concluded without an outcome', { status: 'concluded', concluded_on: '2023-06-30' }, ['outcome']],
    ['open with an outcome', { status: 'accepted', outcome: 'support' }, ['outcome']],
    ['rated', { ...CONCLUDED, rating: 'satisfied' }, []],
    ['rated and open', { status: 'accepted', rating: 'satisfied' }, ['rating']],
    ['closed', CLOSED, []],
    ['closed as it is concluded', { ...CLOSED, closed_on: '2023-06-30' }, []],
    ['closed before it is concluded', { ...CLOSED, closed_on: '2023-06-29' }, ['closed_on']],
    ['closed today', { ...CLOSED, closed_on: TODAY }, []],
    ['closed tomorrow', { ...CLOSED, closed_on: TOMORROW }, ['closed_on']],
    ['closed on no day', { ...CLOSED, closed_on: null }, ['closed_on']],
    ['closed and only concluded', { ...CONCLUDED, closed_on: '2023-07-30' }, ['closed_on']],
    ['of nobody', { petitioner: ' ; ' }, ['petitioner']],
    ['of five', { petitioner: people(5), people: 5 }, []],
    ['of six', { petitioner: people(6), people: 6 }, ['petitioner']],
    ['of fewer people than petitioners', { petitioner: people(3), people: 2 }, ['people']],
    ['of more people than petitioners', { petitioner: people(3), people: 4 }, []],
    ['of petitioners without a count', { petitioner: people(3) }, []],
    ['of a known household', { petitioner: `name=敖玉兰,household=${HOUSEHOLD}` }, []],
    ['of an unknown household', { petitioner: `name=敖玉兰,household=${HOUSEHOLD}9` }, ['petitioner']],
    ['with an authority of today', { authority_on: TODAY }, []],
    ['with an authority of tomorrow', { authority_on: TOMORROW }, ['authority_on']],
    ['with an unknown agent', { agent_code: 'D9' }, ['agent_code']],
  ])('is %s', (_, row, columns) => {
    expect(wrong(row)).toEqual(columns);
  });

  test('is of a unit that is open on its day', () => {
    const unit = { ...VILLAGE, from_on: '2023-06-10', to_on: '2023-06-11' };
    const on = (registered_on: string) => wrong({ registered_on }, { unit });
    expect([on('2023-06-09'), on('2023-06-10'), on('2023-06-11')]).toEqual([['registered_on'], [], ['registered_on']]);
    expect(wrong({}, { unit: undefined })).toEqual(['unit_code']);
  });

  test('repeats one that was lodged on its day or before', () => {
    const repeats = (earlierOn: string | undefined) => wrong({ repeat_of: 'X1' }, { earlierOn });
    expect(['2023-06-09', DAY].map(repeats)).toEqual([[], []]);
    expect(['2023-06-11', undefined].map(repeats)).toEqual([['repeat_of'], ['repeat_of']]);
    expect(wrong({}, { earlierOn: '2023-06-11' })).toEqual([]);
  });

  test('has an agent who is in office on the day of its acceptance, and no petitioner', () => {
    const agent = { ...AGENT, from_on: '2023-06-12', to_on: OPEN_END };
    const accepted = { status: 'accepted', agent_code: 'D1' } as const;
    expect(wrong({ ...accepted, accepted_on: '2023-06-12' }, { agent })).toEqual([]);
    expect(wrong({ ...accepted, accepted_on: '2023-06-11' }, { agent })).toEqual(['agent_code']);
    expect(wrong(accepted, { agent })).toEqual(['agent_code']);
    expect(wrong(accepted, { agent: { ...AGENT, name: '敖玉兰' } })).toEqual(['agent_code']);
    expect(wrong({ status: 'declined', agent_code: 'D1' }, { agent: AGENT })).toEqual(['agent_code']);
  });

  test('is shown with the word of a coded value', () => {
    const [kind] = petitionProblems({ ...ROW, kind: 'accusation' }, FACTS, TODAY);
    expect(kind?.value).toBe('检举控告(accusation)');
  });
});
