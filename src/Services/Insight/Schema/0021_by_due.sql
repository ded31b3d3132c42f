-- Lists are sorted by one time: when the first clock that runs is due. Escalation tells it once it has warned; of the others the policy says it (expected_at). What
-- waits comes last. The slower lane moves what nobody was warned of.
drop index insight.case_row_desk;
drop index insight.case_row_open;
drop index insight.case_row_lead_open;
drop index insight.case_row_handler_open;
drop index insight.case_row_supervised;
drop index insight.case_row_owing;
drop index insight.case_row_supervised_units;
alter table insight.case_row drop column turn_at;
alter table insight.case_row_next drop column turn_at;
drop function insight.turn_at(timestamptz, int, text);

-- told_at: what Escalation said; infinity for nothing.
create function insight.turn_at(told_at timestamptz, expected_at timestamptz, paused_at timestamptz, slow_minutes int, status text) returns timestamptz
    language plpgsql immutable parallel safe as
    -- Immutable because minutes are the same length in every time zone.
    $$
    begin
        if paused_at is not null then
            return 'infinity';
        elsif slow_minutes > 0 and status in ('received', 'held', 'accepted', 'triaged', 'returned') then
            return least(told_at, expected_at + make_interval(mins => slow_minutes));
        end if;
        return least(told_at, expected_at);
    end
    $$;

alter table insight.case_row add column turn_at timestamptz not null generated always as
    (insight.turn_at(insight.due_at(clocks, round_version, status, contacted_at is not null), coalesce(expected_at, received_at), paused_at, slow_minutes, status)) stored;
alter table insight.case_row_next add column turn_at timestamptz not null generated always as
    (insight.turn_at(insight.due_at(clocks, round_version, status, contacted_at is not null), coalesce(expected_at, received_at), paused_at, slow_minutes, status)) stored;

create index case_row_desk on insight.case_row (desk, turn_at, received_at, case_id) where desk is not null;
create index case_row_open on insight.case_row (turn_at, received_at, case_id) where desk is not null;
create index case_row_lead_open on insight.case_row (lead, turn_at, received_at, case_id) where desk is not null and lead is not null;
create index case_row_handler_open on insight.case_row (handler, turn_at, received_at, case_id) where desk is not null and handler is not null;
create index case_row_supervised on insight.case_row (turn_at, received_at, case_id) where supervision_level is not null;
create index case_row_owing on insight.case_row (turn_at, received_at, case_id) where owing <> '{}';
create index case_row_supervised_units on insight.case_row (turn_at, received_at, case_id) where supervised_units <> '{}';
