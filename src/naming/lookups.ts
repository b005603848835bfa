import { cleanedName } from '../kernel/clean.ts';
import type { Day } from '../kernel/day.ts';
import { gathered } from '../kernel/gathered.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Belonging, NamedPair, NamedRecord, NamedRecords, NamedUnit, Names, RecordKind } from './names.ts';

/*
 * SQL by hand as in ../visits/lookups.ts, and for the same reasons: an import waits for it, in the reader's thread too. A kind
 * is loaded only for files that name such records in words.
 */

/** For each kind: code, name, unit, first day and the day after the last of every time for which a record belongs somewhere. */
const QUERIES: Readonly<Record<RecordKind, string>> = {
  household: `select h.code, h.head_name, t.unit_id, t.from_on, t.to_on from household h
    join household_term t on t.household_id = h.id order by h.id, t.from_on`,
  cadre: `select c.code, c.name, m.unit_id, m.from_on, m.to_on from cadre c
    join team_member m on m.cadre_id = c.id order by c.id, m.from_on`,
  agent: 'select code, name, unit_id, from_on, to_on from agent',
  mediator: 'select code, name, unit_id, from_on, to_on from mediator',
  department: 'select code, name, 0, from_on, to_on from department',
  site: 'select code, name, unit_id, from_on, to_on from site',
  window: 'select code, name, 0, from_on, to_on from window',
  guidance: 'select code, name, 0, from_on, to_on from guidance',
  expert: 'select code, name, 0, from_on, to_on from expert',
  linked_leader: 'select code, name, unit_id, from_on, to_on from linked_leader',
  room: 'select r.code, r.name, s.unit_id, r.from_on, r.to_on from room r join site s on s.id = r.site_id',
  domain: 'select code, name_zh, 0, from_on, to_on from domain',
  household_kind: 'select code, name_zh, 0, from_on, to_on from visit_standard',
  return_kind: 'select code, name, 0, from_on, to_on from return_kind',
};

const UNITS = 'select unit_id as id, code, name, parent_id as parent from unit_term order by from_on desc';
const PAIRS = `select p.code, p.unit_id as unit, a.code as a, b.code as b, p.from_on, p.to_on from pair p
  join cadre a on a.id = p.cadre_a join cadre b on b.id = p.cadre_b order by p.code`;

/** The names of all that the ledger has. */
export function loadNames(db: Db): Names {
  const records = new Map<RecordKind, NamedRecords>();
  let units: readonly NamedUnit[] | undefined;
  let pairs: readonly NamedPair[] | undefined;
  return {
    units: () => {
      units ??= db.prepare(UNITS).all() as NamedUnit[];
      return units;
    },
    pairs: () => {
      pairs ??= db.prepare(PAIRS).all() as NamedPair[];
      return pairs;
    },
    records: kind => {
      const known = records.get(kind) ?? grouped(recordsOf(db, QUERIES[kind]));
      records.set(kind, known);
      return known;
    },
  };
}

type Line = [code: string, name: string, unit: number, from: Day, to: Day];

function recordsOf(db: Db, query: string): NamedRecord[] {
  const records: NamedRecord[] = [];
  let belongs: Belonging[] = [];
  for (const [code, name, unit, from_on, to_on] of db.prepare(query).raw().iterate() as IterableIterator<Line>) {
    if (records.at(-1)?.code !== code) {
      belongs = [];
      records.push({ code, name, belongs });
    }
    belongs.push({ unit, from_on, to_on });
  }
  return records;
}

/** Records by the words that people write for them. */
export function grouped(records: readonly NamedRecord[]): NamedRecords {
  return {
    byName: gathered(records, ({ name }) => cleanedName(name)),
    byCode: gathered(records, ({ code }) => code.toUpperCase()),
  };
}
