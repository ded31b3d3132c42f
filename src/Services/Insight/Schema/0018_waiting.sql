-- A case that waits (挂起) is neither due nor overdue: no clock of it runs. It is again when it goes on. And before a warning says what is due, cases have their
-- turn by when they are to be acted on next, and no longer by when they came: what is urgent comes before what is not. Rows learn it with their next event.
drop index insight.case_row_desk;
drop index insight.case_row_open;
drop index insight.case_row_lead_open;
drop index insight.case_row_handler_open;
drop index insight.case_row_supervised;
drop index insight.case_row_owing;
drop index insight.case_row_supervised_units;

alter table insight.case_row drop column due_at, drop column overdue, drop column turn_at;
alter table insight.case_row
    add column expected_at timestamptz,
    add column due_at timestamptz not null generated always as
        (case when paused_at is null then insight.due_at(clocks, round_version, status, contacted_at is not null) else 'infinity' end) stored,
    add column overdue boolean not null generated always as
        (paused_at is null and insight.overdue(clocks, round_version, status, contacted_at is not null)) stored;
alter table insight.case_row_next drop column due_at, drop column overdue, drop column turn_at;
alter table insight.case_row_next
    add column expected_at timestamptz,
    add column due_at timestamptz not null generated always as
        (case when paused_at is null then insight.due_at(clocks, round_version, status, contacted_at is not null) else 'infinity' end) stored,
    add column overdue boolean not null generated always as
        (paused_at is null and insight.overdue(clocks, round_version, status, contacted_at is not null)) stored;

-- The column is there only now.
alter table insight.case_row
    add column turn_at timestamptz not null generated always as (insight.turn_at(coalesce(expected_at, received_at), slow_minutes, status)) stored;
alter table insight.case_row_next
    add column turn_at timestamptz not null generated always as (insight.turn_at(coalesce(expected_at, received_at), slow_minutes, status)) stored;

create index case_row_desk on insight.case_row (desk, due_at, turn_at, received_at, case_id) where desk is not null;
create index case_row_open on insight.case_row (due_at, turn_at, received_at, case_id) where desk is not null;
create index case_row_lead_open on insight.case_row (lead, due_at, turn_at, received_at, case_id) where desk is not null and lead is not null;
create index case_row_handler_open on insight.case_row (handler, due_at, turn_at, received_at, case_id) where desk is not null and handler is not null;
create index case_row_supervised on insight.case_row (due_at, turn_at, received_at, case_id) where supervision_level is not null;
create index case_row_owing on insight.case_row (due_at, turn_at, received_at, case_id) where owing <> '{}';
create index case_row_supervised_units on insight.case_row (due_at, turn_at, received_at, case_id) where supervised_units <> '{}';

call insight.recount();
