import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DISPUTE_PAGE, lifecycle, PETITION_PAGE } from './support/lifecycle.ts';

describe.each([DISPUTE_PAGE, PETITION_PAGE])('the page about the life of a $kind', page => {
  const file = new URL(`../docs/${page.kind}-lifecycle.md`, import.meta.url);
  const wanted = lifecycle(page);
  const statuses = Object.keys(page.statuses);
  const pairs = statuses.flatMap(from =>
    Object.values(page.table[from] ?? {}).map(targets => [from, targets] as const),
  );

  test('says what the transition table says', () => {
    if (process.env.UPDATE_DOCS) writeFileSync(file, wanted);
    expect(readFileSync(file, 'utf8')).toBe(wanted);
  });

  test('has every status and every move on it, each pair of the table once', () => {
    for (const status of statuses) expect(wanted).toContain(`as ${status}\n`);
    for (const move of Object.keys(page.moves)) expect(wanted).toContain(`\`${move}\` |`);
    expect(wanted.match(/^\| .* \| .* `[a-z-]+` \| /gm)).toHaveLength(pairs.length);
  });

  test('has an edge in its diagram for each status that another can lead to', () => {
    const drawn = [...wanted.matchAll(/^ {2}(\w+) --> (\w+): /gm)].map(([, from, to]) => `${from} ${to}`);
    const led = pairs.flatMap(([from, targets]) => targets.map(to => `${from} ${to}`));
    expect(drawn.sort()).toEqual([...new Set(led)].sort());
  });
});
