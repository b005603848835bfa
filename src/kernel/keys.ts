/** The keys of a closed list, such as the grades of a dispute, in their order. */
export function keysOf<T extends object>(list: T): (keyof T & string)[] {
  return Object.keys(list) as (keyof T & string)[];
}
