-- Desks and clocks of cases that are held for screening, disputed between units, or whose reply is being reviewed.
-- What rows store of these functions stays right: no case was in such a status before.

create or replace function insight.desk(status text, kind text, exhausted boolean) returns text
    language sql immutable parallel safe as
    $$
    select case status
        when 'received' then 'to-screen'
        when 'held' then 'to-screen'
        when 'accepted' then case when kind <> 'lifeService' then 'to-triage' when exhausted then 'to-dispatch' else 'offering' end
        when 'triaged' then 'to-dispatch'
        when 'returned' then 'to-dispatch'
        when 'disputed' then 'docket'
        when 'offered' then 'offering'
        when 'dispatched' then 'to-sign'
        when 'assigned' then 'to-handle'
        when 'signed' then 'to-handle'
        when 'inProgress' then 'to-handle'
        when 'inReview' then 'to-review'
        when 'awaitingVisit' then 'to-visit'
    end
    $$;

create or replace function insight.runs(clock text, note jsonb, round_version int, status text, contacted boolean) returns boolean
    language sql immutable parallel safe as
    $$
    select (note ->> 'version')::int > round_version and case clock
        when 'accept' then status in ('received', 'held')
        when 'sign' then status = 'dispatched'
        when 'return' then status = 'dispatched'
        when 'rule' then status = 'disputed'
        when 'offer' then status = 'offered'
        when 'review' then status = 'inReview'
        when 'visit' then status = 'awaitingVisit'
        when 'contact' then not contacted and status in ('dispatched', 'assigned', 'signed', 'inProgress')
        else status not in ('received', 'held', 'disputed', 'inReview', 'awaitingVisit', 'closed', 'declined')
    end
    $$;

-- Filters that people saved under a name. The one thing here that is in no ledger: a rebuild leaves it alone.
create table insight.saved_filter
(
    subject    text        not null,
    name       text        not null,
    list       text        not null,
    filter     jsonb       not null,
    changed_at timestamptz not null,
    primary key (subject, name)
);

-- Tells whoever listens which cases changed, with the units that had a part in them before (or have from the start): nobody else knows that a
-- case has left a unit.
-- "id,lead,assisting,…;id;…". A notice holds less than 8,000 bytes, so there may be several; it is sent when the change is committed.
create function insight.tell_changes() returns trigger language plpgsql as
$$
begin
    perform pg_notify('insight_changes', string_agg(line, ';'))
    from (
        select line, sum(length(line) + 1) over (rows unbounded preceding) / 4000 as notice
        from (select left(concat_ws(',', case_id, lead, nullif(array_to_string(assisting, ','), '')), 3000) as line from changed) as lines) as told
    group by notice;
    return null;
end
$$;

create trigger tell_inserted after insert on insight.case_row referencing new table as changed
    for each statement execute function insight.tell_changes();
create trigger tell_updated after update on insight.case_row referencing old table as changed
    for each statement execute function insight.tell_changes();
create trigger tell_deleted after delete on insight.case_row referencing old table as changed
    for each statement execute function insight.tell_changes();
