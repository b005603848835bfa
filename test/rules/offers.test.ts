import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import { changesHolder, offerAfter } from '../../src/cases/facts.ts';
import { checkActor, checkBelow, unitAbove } from '../../src/cases/offer.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { BANNER, dispute, FAR_VILLAGE, OTHER_TOWNSHIP, offerTo, TOWNSHIP, TREE, VILLAGE } from '../support/disputes.ts';
import { petition } from '../support/petitions.ts';
import { unlessRefused } from '../support/refusals.ts';

const refusal = (work: () => unknown) => unlessRefused(work) as Failure;

describe('the unit that acts', () => {
  const held = { holder: TOWNSHIP.unit_id, offer: undefined } as const;
  const offered = { holder: TOWNSHIP.unit_id, offer: offerTo(BANNER) } as const;

  test('is the holder, and the unit that an offer is made to where it answers', () => {
    expect(checkActor(dispute(held), 'mediate', undefined, TREE)).toBe(TOWNSHIP.unit_id);
    expect(checkActor(dispute(held), 'accept', TOWNSHIP, TREE)).toBe(TOWNSHIP.unit_id);
    expect(checkActor(dispute(offered), 'recall', TOWNSHIP, TREE)).toBe(TOWNSHIP.unit_id);
    expect(checkActor(dispute(offered), 'accept', BANNER, TREE)).toBe(BANNER.unit_id);
  });

  test.each<[string, Case, string, readonly string[]]>([
    ['a dispute is held', dispute(held), 'mediate', ['由尼尔基镇持有', '联调', 'joint mediation']],
    ['a petition is held', petition(held), 'confer', ['由尼尔基镇持有', '上报或交办', 'hand it down (']],
    ['a dispute is offered', dispute(offered), 'accept', ['正移交给莫旗', '退回', 'Omit --at, or name 莫旗']],
    ['a petition is offered', petition(offered), 'accept', ['正移交给莫旗', '提出异议', 'Omit --at, or name 莫旗']],
  ])('is no other: %s', (_, caseFile, move, [who = '', zh = '', en = '']) => {
    const { text, hint } = refusal(() => checkActor(caseFile, move, VILLAGE, TREE));
    expect(text.zh).toContain(who);
    expect(`${text.zh}${hint?.zh}`).toContain(zh);
    expect(hint?.en).toContain(en);
  });
});

describe('a case goes up', () => {
  test('one tier', () => {
    expect(unitAbove(dispute({ holder: VILLAGE.unit_id }), TREE)).toBe(TOWNSHIP);
    expect(unitAbove(dispute({ holder: TOWNSHIP.unit_id }), TREE)).toBe(BANNER);
  });

  test('no further than to the banner: it ends there', () => {
    const holder = BANNER.unit_id;
    expect(refusal(() => unitAbove(dispute({ holder }), TREE)).hint?.en).toContain('Settle it here');
    expect(refusal(() => unitAbove(petition({ holder }), TREE)).hint?.en).toContain('Conclude it here');
  });
});

test.each([
  [BANNER, FAR_VILLAGE, true],
  [BANNER, TOWNSHIP, true],
  [TOWNSHIP, VILLAGE, true],
  [TOWNSHIP, FAR_VILLAGE, false],
  [TOWNSHIP, OTHER_TOWNSHIP, false],
  [TOWNSHIP, TOWNSHIP, false],
  [VILLAGE, TOWNSHIP, false],
])('a case is handed down to units below its holder only: from $name to $name', (holder, to, below) => {
  const found = unlessRefused(() => checkBelow(holder.unit_id, to, TREE));
  expect(found instanceof Failure).toBe(!below);
});

test('a step changes the holder where it names another', () => {
  const before = dispute({ holder: TOWNSHIP.unit_id });
  const changes = (holder?: number) => changesHolder(before, { status: 'mediating', ...(holder ? { holder } : {}) });
  expect([changes(), changes(TOWNSHIP.unit_id), changes(BANNER.unit_id)]).toEqual([false, false, true]);
});

test('an offer is open until it ends', () => {
  const open = offerTo(BANNER);
  const after = (offer?: NonNullable<Parameters<typeof offerAfter>[1]['offer']>) =>
    offerAfter(dispute({ offer: open }), { status: 'mediating', ...(offer ? { offer } : {}) }, '2023-06-20');
  expect(after()).toBe(open);
  expect(after({ end: 'recalled' })).toBeUndefined();
});
