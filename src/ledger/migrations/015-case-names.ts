/** One word a thing: what people call a case and a deadline is called so in the tables, too (`case` alone is a word of SQL). */
export const caseNames = `
alter table matter rename to cases;
alter table due rename to deadline;
alter table move rename column matter_id to case_id;
alter table offer rename column matter_id to case_id;
alter table stay rename column matter_id to case_id;
alter table party rename column matter_id to case_id;
alter table deadline rename column matter_id to case_id;
alter table agreement rename column matter_id to case_id;
alter table task rename column matter_id to case_id;
alter table invitation rename column matter_id to case_id;
`;
