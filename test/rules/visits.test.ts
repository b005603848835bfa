import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, type Domain, maskOf } from '../../src/visits/domain.ts';
import { countProblems } from '../../src/visits/domain-rules.ts';
import { isWrong, visitJudge } from '../../src/visits/judge.ts';
import { loadLookups } from '../../src/visits/lookups.ts';
import { standInProblem, WRONG } from '../../src/visits/rules.ts';
import type { Visit, VisitRow } from '../../src/visits/visit.ts';
import { FIRST, SECOND, type SmallLedger, smallLedger } from '../support/ledger.ts';

let ledger: SmallLedger;
let judge: (row: VisitRow) => ReturnType<ReturnType<typeof visitJudge>>;
beforeAll(async () => {
  ledger = await smallLedger();
  await ledger.done('household', 'close', '--yes', `${FIRST}010006`, '--on', '2023-11-01');
  await ledger.done('domain', 'close', '--yes', 'discipline', '--on', '2023-12-01');
  await ledger.done(
    ...['assignment', 'change', `${FIRST}010003`, '--pair', `${FIRST}-P02`, '--responsible', `${FIRST}-C03`],
    ...['--on', '2023-10-01'],
  );
  judge = ledger.direct(db => visitJudge(loadLookups(db), '2023-12-31'));
});
afterAll(() => ledger.remove());

const row = (more: Partial<VisitRow> = {}): VisitRow => ({
  visited_on: '2023-05-03',
  household_code: `${FIRST}010001`,
  cadre_a: `${FIRST}-C01`,
  cadre_b: `${FIRST}-C02`,
  domains: 'mediation',
  ...more,
});
const verdict = (more: Partial<VisitRow>) => {
  const judged = judge(row(more));
  return isWrong(judged) ? judged.map(p => `${p.column}: ${p.reason.en}`) : 'good';
};
const good = (more: Partial<VisitRow> = {}): Visit => {
  const judged = judge(row(more));
  if (isWrong(judged)) throw new Error(judged.map(p => p.reason.en).join());
  return judged;
};

describe('a visit is taken as people write it', () => {
  test.each([
    '2023-05-03',
    '2023/5/3',
    '2023.5.3',
    '2023年5月3日',
    '45049',
    '２０２３－０５－０３',
    ' 2023-05-03 ',
    '2023-05-03 00:00:00',
  ])('on the day %s', visited_on => {
    expect(good({ visited_on }).visited_on).toBe('2023-05-03');
  });

  test.each<[string | undefined, string]>([
    [undefined, 'home'],
    ['', 'home'],
    ['入户', 'home'],
    ['HOME', 'home'],
    ['电话', 'phone'],
    ['phone', 'phone'],
    ['家中无人', 'absent'],
    ['无人', 'absent'],
    [' absent ', 'absent'],
  ])('in the mode %s', (mode, kept) => {
    expect(good({ mode }).mode).toBe(kept);
  });

  test.each<[string | undefined, 0 | 1]>([
    [undefined, 0],
    ['', 0],
    ['否', 0],
    ['no', 0],
    ['是', 1],
    ['YES', 1],
    ['１', 1],
  ])('as a stand-in: %s', (substitute, mark) => {
    expect(good({ substitute }).substitute).toBe(mark);
  });

  test('with its two cadres in either order', () => {
    expect(good({ cadre_a: `${FIRST}-C02`, cadre_b: `${FIRST}-C01` }).pair_id).toBe(good().pair_id);
  });

  test('with a diary by the first visitor unless another is named', () => {
    expect(good().diary_by).toBe(1);
    expect(good({ cadre_a: `${FIRST}-C02`, cadre_b: `${FIRST}-C01` }).diary_by).toBe(2);
    expect(good({ diary_by: `${FIRST}-C02` }).diary_by).toBe(2);
  });

  test.each([
    ['两行\r\n日记', '两行\n日记'],
    ['  空格留着 ', '  空格留着 '],
    ["'=1+1", '=1+1'],
    ["'引号留着", "'引号留着"],
    [undefined, ''],
  ])('with its diary kept: %j', (diary, kept) => {
    expect(good({ diary }).diary).toBe(kept);
  });

  test('today', () => {
    expect(good({ visited_on: '2023-12-31' }).visited_on).toBe('2023-12-31');
  });

  test('with a blank cell for the writer of the diary', () => {
    expect(good({ diary_by: ' ' }).diary_by).toBe(1);
  });

  test('with full-width digits in codes', () => {
    expect(good({ household_code: '１５０７２２１００２０００１０００１' }).household_id).toBe(1);
  });
});

describe('a visit is refused', () => {
  test.each<[why: string, more: Partial<VisitRow>, reasons: string[]]>([
    ['on a day that the calendar does not have', { visited_on: '2023-02-30' }, [`visited_on: ${WRONG.day.en}`]],
    ['in the future', { visited_on: '2024-01-01' }, [`visited_on: ${WRONG.future.en}`]],
    ['to an unknown household', { household_code: `${FIRST}999999` }, [`household_code: ${WRONG.household.en}`]],
    ['by an unknown cadre', { cadre_a: 'X' }, [`cadre_a: ${WRONG.cadre.en}`]],
    ['by one cadre alone', { cadre_b: `${FIRST}-C01` }, [`cadre_b: ${WRONG.sameCadre.en}`]],
    ['by two who are no pair', { cadre_b: `${FIRST}-C03` }, [`cadre_b: ${WRONG.pair.en}`]],
    ['before the pair began', { visited_on: '2023-04-30' }, [`cadre_b: ${WRONG.pair.en}`]],
    ['by a pair that is not assigned', { household_code: `${FIRST}010004` }, [`household_code: ${WRONG.assigned.en}`]],
    ['without a domain', { domains: ' ; ' }, [`domains: ${WRONG.noDomain.en}`]],
    ['in an unknown domain', { domains: 'mediation;hunting' }, [`domains: ${WRONG.domain.en}`]],
    ['in a domain that was closed', { domains: '纪检监察', visited_on: '2023-12-01' }, [`domains: ${WRONG.domain.en}`]],
    [
      'by an unknown cadre with the diary of another',
      { cadre_a: 'X', diary_by: `${FIRST}-C03` },
      [`cadre_a: ${WRONG.cadre.en}`],
    ],
    [
      'with an unknown cadre and the diary of another',
      { cadre_b: 'X', diary_by: `${FIRST}-C03` },
      [`cadre_b: ${WRONG.cadre.en}`],
    ],
    ['in an unknown mode', { mode: '路上遇到' }, [`mode: ${WRONG.mode.en}`]],
    ['with a mark that is neither yes nor no', { substitute: '也许' }, [`substitute: ${WRONG.substitute.en}`]],
    ['with a diary by somebody else', { diary_by: `${FIRST}-C03` }, [`diary_by: ${WRONG.diaryBy.en}`]],
  ])('%s', (_, more, reasons) => {
    expect(verdict(more)).toEqual(reasons);
  });

  test('by a pair to which the household was assigned at another time', () => {
    const by = (pair: readonly [string, string], visited_on: string) =>
      verdict({
        household_code: `${FIRST}010003`,
        cadre_a: `${FIRST}-${pair[0]}`,
        cadre_b: `${FIRST}-${pair[1]}`,
        visited_on,
      });
    const reasons = [`household_code: ${WRONG.assigned.en}`];
    expect([by(['C01', 'C02'], '2023-09-30'), by(['C03', 'C04'], '2023-10-01')]).toEqual(['good', 'good']);
    expect([by(['C01', 'C02'], '2023-10-01'), by(['C03', 'C04'], '2023-09-30')]).toEqual([reasons, reasons]);
  });

  test('to a household that has left', () => {
    const visitors = { cadre_a: `${FIRST}-C03`, cadre_b: `${FIRST}-C04`, household_code: `${FIRST}010006` };
    expect(verdict({ ...visitors, visited_on: '2023-10-31' })).toBe('good');
    expect(verdict({ ...visitors, visited_on: '2023-11-01', substitute: '是' })).toEqual([
      `household_code: ${WRONG.inactive.en}`,
    ]);
  });

  test('with every reason at once', () => {
    const wrong = {
      visited_on: '2024-02-30',
      household_code: 'X',
      cadre_a: 'X',
      cadre_b: 'Y',
      mode: 'X',
      substitute: 'X',
    };
    const judged = judge(row({ ...wrong, domains: '' }));
    const columns = isWrong(judged) ? judged.map(p => p.column) : [];
    expect([...new Set(columns)].sort()).toEqual([...Object.keys(wrong), 'domains'].sort());
  });

  test('with a code that a spreadsheet shortened, and the way to correct it', () => {
    expect(verdict({ household_code: '1.50722E+17' })).toEqual([expect.stringContaining('format the column as text')]);
  });
});

describe('a stand-in', () => {
  test('may come from the same team or from another village', () => {
    expect(verdict({ household_code: `${FIRST}010004`, substitute: '是' })).toBe('good');
    expect(verdict({ household_code: `${SECOND}010004`, substitute: '是' })).toBe('good');
  });

  test('is none only where the pair was assigned to the household on that day', () => {
    const assigned = (pair_id: number, from_on: string, to_on: string) => ({ pair_id, from_on, to_on });
    const assignments = [assigned(1, '2023-05-01', '2023-09-01'), assigned(2, '2023-09-01', '2024-01-01')];
    const problem = (pair_id: number, visited_on: string) => standInProblem({ pair_id, visited_on }, assignments)?.en;
    expect([problem(1, '2023-08-31'), problem(2, '2023-09-01')]).toEqual([undefined, undefined]);
    expect([problem(1, '2023-09-01'), problem(3, '2023-08-31')]).toEqual([WRONG.assigned.en, WRONG.assigned.en]);
  });

  test('must be a registered pair too', () => {
    expect(verdict({ household_code: `${SECOND}010004`, substitute: '是', cadre_b: `${SECOND}-C01` })).toEqual([
      `cadre_b: ${WRONG.pair.en}`,
    ]);
  });
});

describe('domains', () => {
  const domains: Domain[] = ['mediation', 'petition', 'law'].map((code, i) => ({
    id: i + 1,
    code,
    name_zh: ['矛盾调处', '信访维稳', '法律法规'][i] ?? '',
    name_en: code.toUpperCase(),
    from_on: '2023-01-01',
    to_on: code === 'law' ? '2023-06-01' : '9999-12-31',
  }));

  test.each([
    ['mediation', 1],
    ['矛盾调处', 1],
    ['petition;mediation', 3],
    ['矛盾调处、信访维稳', 3],
    ['矛盾调处,信访维稳', 3],
    ['mediation，petition', 3],
    ['mediation|mediation', 1],
    ['LAW', 4],
    [';', 0],
  ])('%s is the mask %i', (text, mask) => {
    expect(maskOf(text, domains, '2023-05-01')).toBe(mask);
  });

  test('count on the days on which they are in force', () => {
    expect(maskOf('law', domains, '2023-05-31')).toBe(4);
    expect(maskOf('mediation;law', domains, '2023-06-01')).toBe('law');
    expect(maskOf('mediation', domains, '2022-12-31')).toBe('mediation');
  });

  test('are at most thirty, since a mask has thirty bits', () => {
    const others = (count: number) => Array.from({ length: count }, () => domains[0] as Domain);
    expect(countProblems(domains[1] as Domain, others(29))).toEqual([]);
    expect(countProblems(domains[1] as Domain, others(30))).toHaveLength(1);
  });

  test('go into a mask and come out as they were, up to thirty of them', () => {
    const thirty = Array.from(
      { length: 30 },
      (_, i): Domain => ({
        id: i + 1,
        code: `d${i}`,
        name_zh: `领域${i}`,
        name_en: `domain ${i}`,
        from_on: '0001-01-01',
        to_on: '9999-12-31',
      }),
    );
    fc.assert(
      fc.property(fc.subarray(thirty), chosen => {
        const text = chosen.map(d => d.code).join(';');
        const mask = chosen.reduce((sum, d) => sum | (1 << (d.id - 1)), 0);
        expect(maskOf(text, thirty, '2023-05-01')).toBe(mask);
        expect(codesOf(mask, thirty)).toBe(text);
        expect(mask).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
