import { type SimpleRecord, UNITS } from '../register/simple-record.ts';
import { MEDIATOR_TITLE, type MediatorRow, mediatorSheet } from './mediator.ts';

export const mediatorRecord: SimpleRecord<MediatorRow> = {
  noun: 'mediator',
  table: 'mediator',
  title: MEDIATOR_TITLE,
  sheet: mediatorSheet,
  numbering: { start: ({ unit_code }) => `${unit_code}-T`, by: ['name'] },
  immutable: ['unit_code'],
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
};
