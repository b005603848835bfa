/**
 * What the forms of mediation ask: of a party (申请书, 受理登记表, 授权委托书) everything may stay empty. A party that a move
 * brings, such as merging, says which one.
 */
export const disputeForms = `
alter table party add column kind text not null default 'person' check (kind in ('person', 'organisation'));
alter table party add column sex text not null default '' check (sex in ('', 'male', 'female'));
alter table party add column birth text not null default '' check (birth = '' or length(birth) = 4);
alter table party add column ethnicity text not null default '';
alter table party add column occupation text not null default '';
alter table party add column address text not null default '';
alter table party add column representative text not null default '';
alter table party add column authority text not null default '' check (authority = '' or length(authority) = 10);
alter table party add column language text not null default '';
alter table party add column move_id integer references move (id);
`;
