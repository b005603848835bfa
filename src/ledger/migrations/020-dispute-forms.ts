/**
 * What the forms of mediation ask: of a party (申请书, 受理登记表, 授权委托书) everything may stay empty. A party that a move
 * brings, such as merging, says which one. Contracted rural land is a category of its own, whose agreements are written
 * (农村土地承包经营纠纷调解仲裁法 Art. 10). A file has its number, its place on the shelf, how long it is kept (卷宗封面).
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

alter table category add column written integer not null default 0 check (written in (0, 1));
insert into category (code, name_zh, name_en, warning, written)
  values ('07a', '农村土地承包经营纠纷', 'contracted rural land', '', 1);

alter table dispute add column file_number text not null default '';
alter table dispute add column shelf text not null default '';
alter table dispute add column retention text not null default '' check (retention in ('', 'permanent', 'long', 'short'));
alter table dispute add column pages integer check (pages > 0);
alter table dispute add column filed_by text not null default '';
alter table dispute add column filed_on text check (length(filed_on) = 10);
`;
