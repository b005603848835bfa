/** The keys of a closed list, such as the grades of a dispute, in their order. */
export function keysOf<T extends object>(list: T): (keyof T & string)[] {
  return Object.keys(list) as (keyof T & string)[];
}

/** The same keys, each with what becomes of its value. */
export function mapValues<K extends string, V, W>(
  list: Readonly<Record<K, V>>,
  become: (value: V, key: K) => W,
): Record<K, W> {
  return Object.fromEntries(keysOf(list).map(key => [key, become(list[key], key)])) as Record<K, W>;
}
