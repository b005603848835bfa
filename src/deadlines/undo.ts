import type { ImportUndo } from '../register/undo.ts';

export const holidayUndo: ImportUndo = {
  noun: 'holiday',
  table: 'holiday',
  // Days that were counted with them stay as they were set.
  blockers: [],
  deletes: ['delete from holiday where import_id = ?1'],
};
