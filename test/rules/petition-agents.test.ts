import { describe, expect, test } from 'vitest';
import { ALWAYS } from '../../src/kernel/day.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { checkExtension } from '../../src/petitions/extension-conditions.ts';
import { checkRepeat, checkRepresentatives, storedKind } from '../../src/petitions/lodging-rules.ts';
import { BARS, MEDIABLE, screened } from '../../src/petitions/screen.ts';
import { type Candidate, isInterested, type Petitioner, suggestedAgent } from '../../src/petitions/suggest.ts';
import { BANNER, FAR_VILLAGE, OTHER_TOWNSHIP, OTHER_VILLAGE, TOWNSHIP, TREE, VILLAGE } from '../support/disputes.ts';
import { unlessRefused } from '../support/refusals.ts';

const DAY = '2023-06-20';
const SOMEBODY: Petitioner = { name: '郭海山', phone: '' };

function candidate(code: string, unit_id: number, more: Partial<Candidate> = {}): Candidate {
  return { id: Number(code.slice(1)), code, name: `代办${code}`, phone: '', unit_id, open: 0, ...ALWAYS, ...more };
}

/** The agent who is suggested to the village, and the reasons in English. */
function suggestion(candidates: readonly Candidate[], petitioners: readonly Petitioner[] = [SOMEBODY]) {
  const found = unlessRefused(() => suggestedAgent(candidates, petitioners, VILLAGE.unit_id, TREE, DAY));
  return found instanceof Failure ? undefined : { agent: found.agent.code, why: found.why.map(({ en }) => en) };
}

describe('the agent who is suggested', () => {
  test('is of the unit that holds the petition, however busy', () => {
    const own = candidate('D02', VILLAGE.unit_id, { open: 9 });
    const found = suggestion([candidate('D01', TOWNSHIP.unit_id), own, candidate('D03', OTHER_VILLAGE.unit_id)]);
    expect(found).toEqual({ agent: 'D02', why: ['D02: agent of 西博荣村 with 9 open, the fewest of 1'] });
  });

  test('is of the nearest unit above where the holder has none, and never of a unit beside', () => {
    const beside = [candidate('D01', OTHER_VILLAGE.unit_id), candidate('D02', FAR_VILLAGE.unit_id)];
    const found = suggestion([...beside, candidate('D04', BANNER.unit_id), candidate('D03', TOWNSHIP.unit_id)]);
    expect(found?.agent).toBe('D03');
    expect(found?.why[0]).toBe('西博荣村 has no agent to assign; looking one level up');
    const banner = suggestion([candidate('D05', OTHER_TOWNSHIP.unit_id), candidate('D04', BANNER.unit_id)]);
    expect(banner?.agent).toBe('D04');
    expect(banner?.why).toHaveLength(3);
  });

  test('has the fewest open petitions of that unit; of equals the first by code', () => {
    const of = (open: readonly number[]) =>
      suggestion(open.map((count, i) => candidate(`D0${i + 1}`, VILLAGE.unit_id, { open: count })))?.agent;
    expect(of([2, 1, 3])).toBe('D02');
    expect(of([2, 1, 1])).toBe('D02');
    expect(of([0, 0, 0])).toBe('D01');
    expect(suggestion([candidate('D09', 4), candidate('D03', 4)])?.agent).toBe('D03');
  });

  test('is not a petitioner, and the reason says who is recused', () => {
    const one = candidate('D01', VILLAGE.unit_id, { name: '敖玉兰' });
    const other = candidate('D02', VILLAGE.unit_id, { open: 5 });
    const found = suggestion([one, other], [{ name: '敖玉兰', phone: '' }]);
    expect(found).toMatchObject({ agent: 'D02', why: ['D01 is a petitioner and must be recused', expect.anything()] });
    expect(suggestion([one, candidate('D03', TOWNSHIP.unit_id)], [{ name: '敖玉兰', phone: '' }])?.agent).toBe('D03');
  });

  test('is in office on the day of the act, from the first day to the one before the end', () => {
    const term = (from_on: string, to_on: string) => [candidate('D01', VILLAGE.unit_id, { from_on, to_on })];
    expect(suggestion(term('2023-06-21', '9999-12-31'))).toBeUndefined();
    expect(suggestion(term('2023-06-20', '9999-12-31'))?.agent).toBe('D01');
    expect(suggestion(term('0001-01-01', '2023-06-20'))).toBeUndefined();
    expect(suggestion(term('0001-01-01', '2023-06-21'))?.agent).toBe('D01');
  });

  test('is nobody where neither the unit nor one above has any', () => {
    expect(suggestion([])).toBeUndefined();
    expect(suggestion([candidate('D01', OTHER_VILLAGE.unit_id), candidate('D02', OTHER_TOWNSHIP.unit_id)])).toBe(
      undefined,
    );
  });
});

test('a direct interest is the same phone, or the same name where one of the two gave no phone', () => {
  const agent = { name: '敖玉兰', phone: '13900000001' };
  const cases: readonly (readonly [Petitioner, boolean])[] = [
    [{ name: '敖玉兰', phone: '13900000001' }, true],
    [{ name: '敖玉莲', phone: '13900000001' }, true],
    [{ name: '敖玉兰', phone: '' }, true],
    [{ name: '敖玉兰', phone: '13900000002' }, false],
    [{ name: '郭海山', phone: '' }, false],
  ];
  for (const [petitioner, wanted] of cases) expect([petitioner, isInterested(agent, [petitioner])]).toContain(wanted);
  expect(isInterested({ name: '敖玉兰', phone: '' }, [{ name: '敖玉兰', phone: '13900000002' }])).toBe(true);
  expect(
    isInterested(
      agent,
      cases.slice(3).map(([one]) => one),
    ),
  ).toBe(false);
  expect(isInterested(agent, [])).toBe(false);
  expect(
    isInterested(agent, [
      { name: '郭海山', phone: '' },
      { name: '敖玉兰', phone: '' },
    ]),
  ).toBe(true);
});

describe('the screen before mediation', () => {
  const abouts = Object.keys(MEDIABLE) as (keyof typeof MEDIABLE)[];

  test.each(Object.keys(BARS) as (keyof typeof BARS)[])('%s bars it, whatever it is about and who consents', bar => {
    for (const about of abouts)
      for (const consented of [true, false]) expect(screened({ about, bars: [bar], consented })).toBe(BARS[bar]);
  });

  test.each(abouts)('%s goes to mediation with both sides’ consent only', about => {
    expect(screened({ about, bars: [], consented: true })).toBeUndefined();
    expect(screened({ about, bars: [], consented: false })?.en).toBe('both sides must consent (--consented)');
  });

  test('has four lines of what can be mediated and five of what bars it', () => {
    expect([abouts.length, Object.keys(BARS).length]).toEqual([4, 5]);
  });
});

const refusal = (work: () => unknown): Failure | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  return undefined;
};

describe('lodging', () => {
  test('stores claims and suggestions; accusations and litigation are sent on to who is in charge, and not stored', () => {
    expect([storedKind('claim'), storedKind('suggestion')]).toEqual(['claim', 'suggestion']);
    for (const [kind, where] of [
      ['accusation', 'discipline inspection organ, telephone 12388'],
      ['litigation', 'court, procuratorate, police or justice organ'],
    ] as const) {
      const { kind: how, text, hint } = refusal(() => storedKind(kind)) as Failure;
      expect([how, text.en, hint?.en]).toEqual([
        'refused',
        expect.stringContaining('nothing was stored (Regulations on Petition Work Art. 22)'),
        expect.stringContaining(where),
      ]);
      expect([text.zh, hint?.zh]).toEqual([expect.stringContaining('未保存'), expect.stringContaining('请告知当事人')]);
    }
  });

  test('takes up to five representatives', () => {
    for (const count of [1, 5]) expect(refusal(() => checkRepresentatives(count))).toBeUndefined();
    const found = refusal(() => checkRepresentatives(6));
    expect([found?.kind, found?.text.en]).toEqual(['refused', expect.stringContaining('not 6')]);
    expect(found?.hint?.en).toContain('--people');
  });

  test('takes a repeat after what it repeats, unless that was re-examined', () => {
    const earlier = { number: '150722100200-2023-P1', examined: false, registeredOn: '2023-06-01' };
    expect(refusal(() => checkRepeat(earlier, '2023-06-01'))).toBeUndefined();
    const later = refusal(() => checkRepeat(earlier, '2023-05-31'));
    expect([later?.kind, later?.text.en]).toEqual(['refused', expect.stringContaining('lodged later, on 2023-06-01')]);
    const examined = refusal(() => checkRepeat({ ...earlier, examined: true }, '2023-12-01'));
    expect(examined?.kind).toBe('refused');
    expect(examined?.text.en).toContain('was re-examined: the same facts are not accepted again');
    expect(examined?.hint?.en).toContain('new facts are lodged without --repeat-of');
  });
});

test('the time for handling is extended by 1 to 30 days', () => {
  const refused = (days: number) => refusal(() => checkExtension(days)) !== undefined;
  expect([0, 1, 30, 31].map(refused)).toEqual([true, false, false, true]);
});
