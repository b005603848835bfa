import { describe, expect, test } from 'vitest';
import { misfits } from '../../src/admin/replay.ts';
import { changesBetween } from '../../src/ledger/events.ts';

const event = (id: number, old_value: string | number | null, new_value: string | number | null) => ({
  id,
  old_value,
  new_value,
});

describe('replaying the history of a value', () => {
  test.each<
    [why: string, events: ReturnType<typeof event>[], present: string | number | null | undefined, broken: number[]]
  >([
    ['no change, nothing to say', [], 'a', []],
    ['the last value is what stands', [event(1, 'a', 'b'), event(2, 'b', 'c')], 'c', []],
    ['another value stands', [event(1, 'a', 'b')], 'c', [1]],
    ['a change does not begin where the one before ended', [event(1, 'a', 'b'), event(2, 'x', 'c')], 'c', [2]],
    ['both at once are named once', [event(1, 'a', 'b'), event(2, 'x', 'c')], 'd', [2]],
    ['the record is gone', [event(1, 'a', 'b')], undefined, []],
    ['a number is not its text', [event(1, 3, 4)], '4', [1]],
    ['an emptied value', [event(1, 4, null)], null, []],
    ['a value that came back', [event(1, 'a', 'b'), event(2, 'b', 'a')], 'a', []],
  ])('%s', (_, events, present, broken) => {
    expect(misfits(events, present)).toEqual(broken);
  });
});

test('only what differs is a change, and what is not wished for stays', () => {
  expect(changesBetween({ a: 1, b: 'x', c: null }, { a: 1, b: 'y', c: undefined })).toEqual([
    { field: 'b', old: 'x', new: 'y' },
  ]);
  expect(changesBetween({ a: 1 as number | null }, { a: null })).toEqual([{ field: 'a', old: 1, new: null }]);
});
