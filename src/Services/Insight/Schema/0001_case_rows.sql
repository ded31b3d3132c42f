-- One row per case: its summary after the newest event seen, and marks that only ever grow.
-- Every column is a maximum over the events seen, so the row is the same in whatever order, and however often, they arrive.

create function insight.instant(value text) returns timestamptz
    language plpgsql immutable strict parallel safe as
    -- Immutable because every instant we store ends in Z: no session time zone is asked.
    $$ begin return value::timestamptz; end $$;

-- Keeps the newest note of every clock. {"handle": {"version": 7, "dueAt": "…Z", "missed": true, "level": 0}}
create function insight.join_clocks(a jsonb, b jsonb) returns jsonb
    language sql immutable parallel safe as
    $$
    select case
        when b = '{}' then a
        when a = '{}' then b
        else (select jsonb_object_agg(key, value)
              from (select distinct on (key) key, value
                    from (select * from jsonb_each(a) union all select * from jsonb_each(b)) as note
                    order by key, (value ->> 'version')::int desc) as newest)
    end
    $$;

-- True while the clock that was noted can still run: nothing was handed over since, and the case stands where that clock runs.
create function insight.runs(clock text, note jsonb, round_version int, status text, contacted boolean) returns boolean
    language sql immutable parallel safe as
    $$
    select (note ->> 'version')::int > round_version and case clock
        when 'accept' then status = 'received'
        when 'sign' then status = 'dispatched'
        when 'return' then status = 'dispatched'
        when 'offer' then status = 'offered'
        when 'visit' then status = 'awaitingVisit'
        when 'contact' then not contacted and status in ('dispatched', 'assigned', 'signed', 'inProgress')
        else status not in ('received', 'awaitingVisit', 'closed', 'declined')
    end
    $$;

-- When the earliest noted clock that still runs is due; infinity when none is known to come near.
create function insight.due_at(clocks jsonb, round_version int, status text, contacted boolean) returns timestamptz
    language plpgsql immutable parallel safe as
    $$
    begin
        if clocks = '{}' then
            return 'infinity';
        end if;
        return coalesce((select min(insight.instant(value ->> 'dueAt')) from jsonb_each(clocks)
                         where insight.runs(key, value, round_version, status, contacted)), 'infinity');
    end
    $$;

create function insight.overdue(clocks jsonb, round_version int, status text, contacted boolean) returns boolean
    language plpgsql immutable parallel safe as
    $$
    begin
        return clocks <> '{}' and exists (
            select from jsonb_each(clocks)
            where (value ->> 'missed')::boolean and insight.runs(key, value, round_version, status, contacted));
    end
    $$;

-- True when the clock was missed since the last hand-over, whether or not it still runs.
create function insight.missed(clocks jsonb, clock text, round_version int) returns boolean
    language sql immutable parallel safe as
    $$
    select coalesce((clocks -> clock ->> 'missed')::boolean and (clocks -> clock ->> 'version')::int > round_version, false)
    $$;

-- The desk a case lies on: named like the worklist. 'offering' is Hotline's own: merchants are being asked.
create function insight.desk(status text, kind text, exhausted boolean) returns text
    language sql immutable parallel safe as
    $$
    select case status
        when 'received' then 'to-screen'
        when 'accepted' then case when kind <> 'lifeService' then 'to-triage' when exhausted then 'to-dispatch' else 'offering' end
        when 'triaged' then 'to-dispatch'
        when 'returned' then 'to-dispatch'
        when 'offered' then 'offering'
        when 'dispatched' then 'to-sign'
        when 'assigned' then 'to-handle'
        when 'signed' then 'to-handle'
        when 'inProgress' then 'to-handle'
        when 'awaitingVisit' then 'to-visit'
    end
    $$;

create table insight.case_row
(
    case_id            uuid           primary key,
    version            int            not null,
    number             text           not null,
    status             text           not null,
    kind               text           not null,
    type               text           not null,
    urgency            text           not null,
    channel            text           not null,
    category           text,
    title              text           not null,
    masked_name        text,
    masked_phone       text,
    phone_hash         text,
    anonymous          boolean        not null,
    hide_identity      boolean        not null,
    enterprise         text,
    area               text,
    masked_address     text,
    lead               text,
    assisting          text[]         not null,
    sealed             boolean        not null,
    received_at        timestamptz    not null,
    received_day       date           not null,
    contacted_at       timestamptz,
    closed_at          timestamptz,
    outcome            text,
    visit_reached      boolean,
    visit_solved       boolean,
    visit_satisfaction text,
    redos              int            not null,
    changed_at         timestamptz    not null,

    -- Marks.
    seen               int4multirange not null,
    round_version      int            not null,
    exhausted_version  int            not null,
    handler_version    int            not null,
    handler            text,
    clocks             jsonb          not null,

    -- Number of the rebuild that wrote the row last.
    epoch              int            not null,

    -- Follows from the rest.
    desk               text        generated always as (insight.desk(status, kind, exhausted_version > round_version)) stored,
    due_at             timestamptz not null generated always as (insight.due_at(clocks, round_version, status, contacted_at is not null)) stored,
    overdue            boolean     not null generated always as (insight.overdue(clocks, round_version, status, contacted_at is not null)) stored,
    late               boolean     not null generated always as
        (insight.missed(clocks, 'handle', round_version) or insight.missed(clocks, 'visit', round_version)) stored,
    contact_late       boolean     not null generated always as (insight.missed(clocks, 'contact', round_version)) stored,
    excluded           boolean     not null generated always as
        (status = 'declined' or coalesce(outcome in ('withdrawn', 'outOfPower', 'merged', 'declined'), false)) stored
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

create index case_row_number on insight.case_row (number text_pattern_ops);
create index case_row_phone on insight.case_row (phone_hash, received_at, case_id) where phone_hash is not null;
create index case_row_received on insight.case_row (received_at, case_id);
create index case_row_lead on insight.case_row (lead, received_at, case_id) where lead is not null;
create index case_row_assisting on insight.case_row using gin (assisting) where assisting <> '{}';
create index case_row_desk on insight.case_row (desk, due_at, received_at, case_id) where desk is not null;
create index case_row_open on insight.case_row (due_at, received_at, case_id) where desk is not null;
create index case_row_lead_open on insight.case_row (lead, due_at, received_at, case_id) where desk is not null and lead is not null;
create index case_row_handler_open on insight.case_row (handler, due_at, received_at, case_id) where desk is not null and handler is not null;
create index case_row_gap on insight.case_row (changed_at) where seen <> int4multirange(int4range(1, version + 1));

-- What was asked, in the citizen's words (masked). Written once, so that the text index is not touched by each later event.
create table insight.case_text
(
    case_id     uuid        primary key,
    received_at timestamptz not null,
    title       text        not null,
    text        text        not null,
    document    tsvector    not null
);

alter table insight.case_text alter column document set statistics 1000;
create index case_text_document on insight.case_text using gin (document);
create index case_text_received on insight.case_text (received_at, case_id);
