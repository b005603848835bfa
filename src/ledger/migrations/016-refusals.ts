/**
 * Whether a party refuses mediation by the holder is a fact of a dispute, kept in a column for lists: until now each list
 * looked for it in the moves. It ends where another unit accepts the dispute or it is reopened.
 */
export const refusals = `
alter table dispute add column refused integer not null default 0 check (refused in (0, 1));
update dispute set refused = 1 where exists (
  select 1 from move v where v.case_id = dispute.id and v.name = 'mediate' and json_extract(v.details, '$.refused')
    and not exists (select 1 from move w where w.case_id = v.case_id and w.id > v.id
      and (w.name = 'reopen' or w.holder_id <> v.holder_id)));
`;
