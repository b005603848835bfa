import { householdCoded } from '../../households/household-store.ts';
import type { Day } from '../../kernel/day.ts';
import { rows } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { cadreCoded } from '../../teams/cadre-store.ts';
import { loadTree } from '../../units/store.ts';
import { DIARY_FIELD_LIST } from '../../visits/diary.ts';
import { diariesBeside } from '../../visits/diary-store.ts';
import { codesOf } from '../../visits/domain.ts';
import { entriesOf } from '../../visits/entries.ts';
import { readingsOf } from '../../visits/reading-store.ts';
import { allDomains, anyVisit, type VisitRecord } from '../../visits/store.ts';
import type { PaperDiary, VisitFacts } from './visit-fields.ts';

/** Everything that the papers of a visit say, by its number. */
export function visitFacts(db: Db, number: string, today: Day): VisitFacts {
  const visit = anyVisit(db, Number(number));
  const { units } = loadTree(db, visit.visited_on);
  const domains = allDomains(db);
  const codes = codesOf(visit.domains, domains);
  return {
    id: visit.id,
    visitedOn: visit.visited_on,
    withdrawnOn: visit.withdrawn_on,
    unit: units.get(visit.unit_id ?? -1)?.name,
    household: householdCoded(db, visit.household_code),
    visitors: [nameOf(db, visit.cadre_a), nameOf(db, visit.cadre_b)],
    mode: visit.mode,
    isSubstitute: visit.substitute === 1,
    domains: domains.filter(({ code }) => codes.includes(code)).map(({ name_zh }) => name_zh),
    diaries: diariesOf(db, visit),
    today,
  };
}

const nameOf = (db: Db, cadre: string): string => cadreCoded(db, cadre).name;

/** The diaries of a visit that have anything in them, each with its last reading. */
function diariesOf(db: Db, visit: VisitRecord): PaperDiary[] {
  const beside = rows(db, diariesBeside().where('d.visit_id', '=', visit.id));
  const readings = readingsOf(db, visit.id);
  return [...entriesOf([visit], beside, () => undefined)]
    .filter(({ isBlank }) => !isBlank)
    .map(({ entry }) => ({
      ...Object.fromEntries(DIARY_FIELD_LIST.map(field => [field, String(entry[field] ?? '')])),
      count: Number(entry.entry),
      writer: nameOf(db, String(entry.diary_by)),
      diary: String(entry.diary ?? ''),
      reading: readings.findLast(reading => reading.entry === entry.entry),
    }));
}
