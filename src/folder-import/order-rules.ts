/** What must be there before the files of a kind: the kinds whose records they name. */
export type Needs = ReadonlyMap<string, ReadonlySet<string>>;

/** What changes how all other files are read or counted: the names of columns, the days that are free. */
const FIRST: readonly string[] = ['column-name', 'holiday'];

/**
 * Kinds in an order in which each comes after those that it needs, and otherwise in the order given; what a kind and another
 * need of each other is left to the order given.
 */
export function importOrder(nouns: readonly string[], needs: Needs): string[] {
  const waiting = [...FIRST.filter(noun => nouns.includes(noun)), ...nouns.filter(noun => !FIRST.includes(noun))];
  const order: string[] = [];
  while (waiting.length > 0) {
    const isReady = (noun: string) => !waiting.some(other => other !== noun && needs.get(noun)?.has(other));
    const [next = ''] = waiting.splice(Math.max(0, waiting.findIndex(isReady)), 1);
    order.push(next);
  }
  return order;
}

/** What a kind needs, and what that needs in turn. */
export function allNeeds(noun: string, needs: Needs): Set<string> {
  const found = new Set<string>();
  const open = [noun];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const other of needs.get(next) ?? [])
      if (other !== noun && !found.has(other)) {
        found.add(other);
        open.push(other);
      }
  return found;
}
