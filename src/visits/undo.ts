import type { ImportUndo } from '../register/undo.ts';

export const visitUndo: ImportUndo = {
  noun: 'visit',
  table: 'visit',
  blockers: [],
  deletes: ['delete from visit where import_id = ?1'],
};
