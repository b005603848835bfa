import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MOVE_LIST, STATUS_LIST, targetsOf } from '../src/disputes/transitions.ts';
import { lifecycle } from './support/lifecycle.ts';

const FILE = new URL('../docs/dispute-lifecycle.md', import.meta.url);

test('the page about the life of a dispute says what the transition table says', () => {
  const wanted = lifecycle();
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, wanted);
  expect(readFileSync(FILE, 'utf8')).toBe(wanted);
});

test('every status and every move is on it, each pair of the table once', () => {
  const page = lifecycle();
  const count = STATUS_LIST.flatMap(status => MOVE_LIST.filter(move => targetsOf(status, move).length > 0)).length;
  for (const status of STATUS_LIST) expect(page).toContain(`as ${status}\n`);
  for (const move of MOVE_LIST) expect(page).toContain(`\`${move}\` |`);
  expect(page.match(/^\| .* \| .* `[a-z-]+` \| /gm)).toHaveLength(count);
});

test('the diagram has an edge for each status that another can lead to', () => {
  const drawn = [...lifecycle().matchAll(/^ {2}(\w+) --> (\w+): /gm)].map(([, from, to]) => `${from} ${to}`);
  const wanted = STATUS_LIST.flatMap(from =>
    STATUS_LIST.filter(to => MOVE_LIST.some(move => targetsOf(from, move).includes(to))).map(to => `${from} ${to}`),
  );
  expect(drawn.sort()).toEqual(wanted.sort());
});
