/** The value of a key that must be in the map: a missing one is a bug and no record is written with a wrong id. */
export function mapped<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is known of "${String(key)}"`);
  return value;
}
