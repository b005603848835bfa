import { covers, type Day } from '../kernel/day.ts';
import { gathered } from '../kernel/gathered.ts';
import { type NamedRecords, type NamedUnit, type Names, unitOn } from './names.ts';

/** The names of what belongs to a unit, or to one below it, on a day: people mean their own where a name is that of several. */
export function ownNames(names: Names, unit: string, day: Day): Names {
  const own = unitsBelow(names.units(), unit);
  return {
    units: () => names.units(),
    pairs: () => names.pairs().filter(pair => own.has(pair.unit) && covers(pair, day)),
    records: kind => onlyOf(names.records(kind), own, day),
  };
}

/** The ids of a unit and all below it. */
function unitsBelow(units: readonly NamedUnit[], code: string): ReadonlySet<number> {
  const children = gathered(units, ({ parent }) => parent);
  const found = new Set<number>();
  const add = (id: number) => {
    if (found.has(id)) return;
    found.add(id);
    for (const child of children.get(id) ?? []) add(child.id);
  };
  const top = units.find(unit => unit.code === code);
  if (top) add(top.id);
  return found;
}

function onlyOf({ byName, byCode }: NamedRecords, own: ReadonlySet<number>, day: Day): NamedRecords {
  const isOwn = (unit: number | undefined) => unit !== undefined && own.has(unit);
  return {
    byCode,
    byName: { get: name => byName.get(name)?.filter(({ belongs }) => isOwn(unitOn(belongs, day))) },
  };
}
