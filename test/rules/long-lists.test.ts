import { expect, test } from 'vitest';
import { householdColumns } from '../../src/households/views.ts';
import { namesRecords } from '../../src/output/hidden.ts';
import type { Scope } from '../../src/reports/scope.ts';
import { visitingList } from '../../src/reports/visiting-list.ts';
import { visitColumns } from '../../src/visits/views.ts';

// A text makes a list look up the people behind each of its rows: half a second and 60 MB for a banner.
test.each([
  ['households', householdColumns],
  ['visits', visitColumns],
  ['households to visit', visitingList({} as Scope, { pair: undefined, cadre: undefined }, { which: '' }).columns],
])('the list of %s has columns of its own for all that is personal, and no text', (_, columns) => {
  expect(namesRecords({ shape: 'table', columns, rows: [] })).toBe(false);
});
