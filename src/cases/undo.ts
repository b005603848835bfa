import type { ImportUndo } from '../register/undo.ts';

const OWN = '(select id from cases where import_id = ?1)';

/** How an import of cases of one kind is taken back: nothing may rest on them, and their numbers must be the last ones. */
export function caseUndo(
  noun: 'dispute' | 'petition',
  blockers: ImportUndo['blockers'],
  deletes: readonly string[],
): ImportUndo {
  return {
    noun,
    table: 'cases',
    blockers: [
      {
        what: { zh: '后来的办理', en: 'later acts' },
        count: `select count(*) from move where case_id in ${OWN} and import_id is not ?1`,
      },
      {
        what: { zh: '后来登记的编号', en: 'numbers given later' },
        // A number follows the one before it of its unit, or of its code.
        count: `select count(*) from cases m where m.import_id is not ?1 and exists (select 1 from cases o
          where o.import_id = ?1 and o.kind = m.kind and o.year = m.year and o.serial < m.serial
            and (o.unit_id = m.unit_id or substr(o.number, 1, 12) = substr(m.number, 1, 12)))`,
      },
      {
        what: { zh: '当事人的修改', en: 'changes of parties' },
        count: `select count(*) from event where noun = 'party' and record_id in (select id from party where case_id in ${OWN})`,
      },
      ...blockers,
    ],
    deletes: [
      ...deletes,
      ...['deadline', 'stay', 'offer', 'move', 'party'].map(table => `delete from ${table} where case_id in ${OWN}`),
      `delete from ${noun} where id in ${OWN}`,
      'delete from cases where import_id = ?1',
    ],
  };
}
