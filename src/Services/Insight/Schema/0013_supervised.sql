-- 督办 that waits for an answer, by its level: few cases have one, and those are a list of their own.
alter table insight.case_row add column supervision_level int;
alter table insight.case_row_next add column supervision_level int;

create index case_row_supervised on insight.case_row (due_at, received_at, case_id) where supervision_level is not null;
