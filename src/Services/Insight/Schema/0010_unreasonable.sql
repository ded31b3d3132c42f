-- A demand that the screening desk found unreasonable (settled before, repeated, abusive, for private gain) and took on all the same counts for no unit.
alter table insight.case_row add column unreasonable boolean not null default false;
alter table insight.case_row_next add column unreasonable boolean not null default false;

alter table insight.case_row drop column excluded;
alter table insight.case_row add column excluded boolean not null generated always as
    (unreasonable or status = 'declined' or coalesce(outcome in ('withdrawn', 'outOfPower', 'merged', 'declined'), false)) stored;
create index case_row_excluded on insight.case_row (received_at, case_id) where excluded;

alter table insight.case_row_next drop column excluded;
alter table insight.case_row_next add column excluded boolean not null generated always as
    (unreasonable or status = 'declined' or coalesce(outcome in ('withdrawn', 'outOfPower', 'merged', 'declined'), false)) stored;
