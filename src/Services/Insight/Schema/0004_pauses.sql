-- Since when a case waits (挂起); null while it does not.
alter table insight.case_row add column paused_at timestamptz;
alter table insight.case_row_next add column paused_at timestamptz;
