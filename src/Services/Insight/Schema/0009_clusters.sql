-- 并单: whom a case follows, how many follow it, and whether it is an incident opened ahead. And about where it is, to compare it with others.
-- Rows of before learn it with their next event, or by a rebuild.
alter table insight.case_row add column merged_into text, add column followers int not null default 0, add column incident_until timestamptz,
    add column latitude float8, add column longitude float8;
alter table insight.case_row_next add column merged_into text, add column followers int not null default 0, add column incident_until timestamptz,
    add column latitude float8, add column longitude float8;

create index case_row_merged on insight.case_row (merged_into, received_at, case_id) where merged_into is not null;
create index case_row_incident on insight.case_row (received_at, case_id) where incident_until is not null;

-- Where others that may be the same matter are looked for: the newest open cases of a line.
create index case_row_line on insight.case_row (kind, received_at) where desk is not null and not sealed;
