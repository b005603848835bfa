import type { Command } from '../cli/command.ts';
import { householdFilter } from '../households/household-filter.ts';
import { villagesIn } from '../households/household-store.ts';
import { simpleCommands } from '../register/simple-commands.ts';
import { inUnits } from '../units/views.ts';
import { benefitRecord } from './benefit-record.ts';
import { total } from './total.ts';

const IN_UNITS = inUnits('household_code', db => villagesIn(db, 'benefit'));

export const benefitCommands: readonly Command[] = [
  ...simpleCommands(benefitRecord, {
    sample: '150722100200-H2',
    add: '--code 150722100200-H9 --household-code 150722100200010001 --programme 耕地地力保护补贴 --kind paid --amount 1200.50 --given-on 2023-06-01',
    change: '--amount 1260 --reason 补发',
    file: 'benefits.csv',
    details: ['kind', 'programme'],
    beside: IN_UNITS.beside,
    filters: { ...IN_UNITS.filters, household: householdFilter },
  }),
  total,
];
