/** What the words of a move say by number, by the table that counts them; `unit` is a number only where it means one of ours. */
const NUMBERED: Readonly<Record<string, string>> = {
  agentId: 'agent',
  departmentId: 'department',
  roomId: 'room',
  windowId: 'window',
  byId: 'unit',
  unit: 'unit',
  disputeId: 'cases',
};

/** A number that travels as what names the record in every ledger. */
interface Named {
  readonly $: readonly [table: string, key: string];
}

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && Array.isArray((value as { $?: unknown }).$);

/** The words of a move as they travel: numbers of this ledger as keys. Signatures name parties of the same case. */
export function namedWords(details: string, keyOf: (table: string, id: number) => string): string {
  return rewritten(details, (word, value) => {
    const table = NUMBERED[word];
    if (table !== undefined && typeof value === 'number') return { $: [table, keyOf(table, value)] };
    if (word === 'signed' && Array.isArray(value))
      return (value as [number, string][]).map(([party, on]) => [{ $: ['party', keyOf('party', party)] }, on]);
    return value;
  });
}

/** The words of a move as this ledger keeps them. */
export function numberedWords(details: string, idOf: (table: string, key: string) => number): string {
  const numbered = (value: unknown) => (isNamed(value) ? idOf(...value.$) : value);
  return rewritten(details, (word, value) => {
    if (word === 'signed' && Array.isArray(value))
      return (value as [unknown, string][]).map(([party, on]) => [numbered(party), on]);
    return numbered(value);
  });
}

/** Words stay in their order, so that the text is the same where nothing is replaced. */
function rewritten(details: string, replaced: (word: string, value: unknown) => unknown): string {
  const words = Object.entries(JSON.parse(details) as object);
  return JSON.stringify(Object.fromEntries(words.map(([word, value]) => [word, replaced(word, value)])));
}
