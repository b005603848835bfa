/** What names a row within its table: its number, or the values of its key as JSON. */
export type Key = number | string;

/** Keys as they are kept: rows that follow each other as one range (`"7-12"`), a key of several values as a list. */
export function packedKeys(keys: readonly Key[]): string {
  const packed: string[] = [];
  for (let at = 0; at < keys.length; at++) {
    const first = keys[at] as Key;
    if (typeof first === 'string') {
      packed.push(first);
      continue;
    }
    const start = at;
    while (keys[at + 1] === (keys[at] as number) + 1) at++;
    packed.push(at > start ? `"${first}-${keys[at]}"` : String(first));
  }
  return `[${packed.join(',')}]`;
}

/** The keys that were packed, in their order. */
export function* unpackedKeys(packed: string): Generator<Key> {
  for (const item of JSON.parse(packed) as unknown[]) {
    if (typeof item === 'number') yield item;
    else if (Array.isArray(item)) yield JSON.stringify(item);
    else {
      const [first = 0, last = -1] = String(item).split('-').map(Number);
      for (let key = first; key <= last; key++) yield key;
    }
  }
}
