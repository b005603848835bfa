import type { Noun } from '../kernel/text.ts';
import type { AreaRecords, RecordKind, UndoHooks } from '../register/kind.ts';
import { caseChecks, prefixOf } from './checks.ts';
import { PARTY_FIELDS } from './party.ts';

/** Every number that leads to a case of an import. */
export const CASE_NUMBERS = `select number from cases where import_id = ?1
  union select f.number from former_number f join cases c on c.id = f.case_id where c.import_id = ?1`;

/** Disputes and petitions: their numbers have no gap, so only the last ones of a unit and year can be deleted. */
export function caseKind(
  noun: 'dispute' | 'petition',
  title: Noun,
  parts: RecordKind['parts'],
  more: Pick<RecordKind, 'current'> & { readonly undo?: UndoHooks } = {},
): RecordKind {
  return {
    noun,
    title,
    table: 'cases',
    parts: {
      ...parts,
      deadline: 'case_id',
      pause: 'case_id',
      stay: 'case_id',
      offer: 'case_id',
      move: 'case_id',
      voided_move: 'case_id',
      former_number: 'case_id',
      party: 'case_id',
      [noun]: 'id',
    },
    ...more,
    current: { registered_on: 't.registered_on', number: 't.number', unit_id: 't.unit_id', ...more.current },
    undo: { ...undoing(noun), ...more.undo },
  };
}

/** What keeps the import of an old ledger from being undone besides what refers to its cases. */
const undoing = (noun: 'dispute' | 'petition'): UndoHooks => ({
  later: { zh: '后来的办理', en: 'later acts' },
  laterHint: {
    zh: `请先逐步撤销后来的办理：tiaochu ${noun} step-back 编号 --reason …`,
    en: `Step back the later acts first: tiaochu ${noun} step-back NUMBER --reason …`,
  },
  blockers: [
    {
      what: { zh: '后来登记的编号', en: 'numbers given later' },
      count: `with used (number, unit_id, kind, year, serial, import_id) as (
          select number, unit_id, kind, year, serial, import_id from cases
          union all select f.number, f.unit_id, f.kind, f.year, f.serial, c.import_id
            from former_number f join cases c on c.id = f.case_id)
        select count(*) from used m where m.import_id is not ?1 and exists (select 1 from used o
          where o.import_id = ?1 and o.kind = m.kind and o.year = m.year and o.serial < m.serial
            and (o.unit_id = m.unit_id or ${prefixOf('o')} = ${prefixOf('m')}))`,
    },
  ],
});

/** Parties of a case change on their own. */
const party: RecordKind = {
  noun: 'party',
  title: { zh: '当事人', en: 'parties' },
  table: 'party',
  current: {
    ...Object.fromEntries(Object.keys(PARTY_FIELDS).map(key => [key, `t.${key}`])),
    id: 't.id_number',
    household: `coalesce((select code from household where id = t.household_id), '')`,
    removed_on: 't.removed_on',
  },
};

export const caseRecords: AreaRecords = { kinds: [party], checks: caseChecks };
