-- The slower lane of citizens who stand badly: at the hotline's desk their matters take their turn as if they had come later. What is due comes first all the same.
create function insight.turn_at(received_at timestamptz, slow_minutes int, status text) returns timestamptz
    language plpgsql immutable parallel safe as
    -- Immutable because minutes are the same length in every time zone.
    $$
    begin
        if slow_minutes > 0 and status in ('received', 'held', 'accepted', 'triaged', 'returned') then
            return received_at + make_interval(mins => slow_minutes);
        end if;
        return received_at;
    end
    $$;

alter table insight.case_row add column slow_minutes int not null default 0;
alter table insight.case_row_next add column slow_minutes int not null default 0;
alter table insight.case_row add column turn_at timestamptz not null generated always as (insight.turn_at(received_at, slow_minutes, status)) stored;
alter table insight.case_row_next add column turn_at timestamptz not null generated always as (insight.turn_at(received_at, slow_minutes, status)) stored;

drop index insight.case_row_desk;
drop index insight.case_row_open;
drop index insight.case_row_lead_open;
drop index insight.case_row_handler_open;
drop index insight.case_row_supervised;
drop index insight.case_row_owing;
drop index insight.case_row_supervised_units;
create index case_row_desk on insight.case_row (desk, due_at, turn_at, case_id) where desk is not null;
create index case_row_open on insight.case_row (due_at, turn_at, case_id) where desk is not null;
create index case_row_lead_open on insight.case_row (lead, due_at, turn_at, case_id) where desk is not null and lead is not null;
create index case_row_handler_open on insight.case_row (handler, due_at, turn_at, case_id) where desk is not null and handler is not null;
create index case_row_supervised on insight.case_row (due_at, turn_at, case_id) where supervision_level is not null;
create index case_row_owing on insight.case_row (due_at, turn_at, case_id) where owing <> '{}';
create index case_row_supervised_units on insight.case_row (due_at, turn_at, case_id) where supervised_units <> '{}';
