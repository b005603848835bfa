/*
 * Petitions as the regulation has them. A village carries a petition (代办), which has time limits of the office's own; organs
 * handle it, a department among them, and a deadline can bind a department.
 */

const DEPARTMENT_DEADLINES = `
alter table deadline add column department_id integer references department (id);
create index deadline_department on deadline (department_id) where department_id is not null;
`;

const CARRYING = `
insert into deadline_rule (code, name_zh, name_en, starts_zh, starts_en, length, length_unit, roll, extension_length,
  extension_unit, extension_zh, extension_en, citation_zh, citation_en, is_law, from_on, to_on) values
  ('CARRY_ACCEPT_15', '村级受理代办', 'village decides whether to carry a petition', '村（社区）登记信访',
    'a village or community lodges a petition', 15, 'day', 'none', 0, 'day', '', '', '本单位工作惯例（非法定）',
    'office practice, not law', 0, '0001-01-01', '9999-12-31'),
  ('CARRY_60', '村级代办', 'village carries a petition', '村（社区）受理代办', 'a village or community begins to carry it', 60, 'day',
    'none', 0, 'day', '', '', '本单位工作惯例（非法定）', 'office practice, not law', 0, '0001-01-01', '9999-12-31');
`;

export const petitionLaw = [DEPARTMENT_DEADLINES, CARRYING].join('\n');
