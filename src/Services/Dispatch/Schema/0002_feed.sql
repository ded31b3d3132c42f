-- Where the feed stands with a case: the last version told. Versions are told in order and without a gap.
create table dispatch.feed_case (
    case_id uuid primary key,
    version int not null
);

-- Events that came before an earlier one of their case; told as soon as the gap is filled.
create table dispatch.feed_early (
    case_id uuid not null,
    version int not null,
    type text not null,
    event json not null,
    at timestamptz not null,
    primary key (case_id, version)
);

-- Departments that hear, or heard, of a case, and the last number they were given.
create table dispatch.feed_subscriber (
    case_id uuid not null,
    department text not null,
    role text not null,
    round int not null,
    sequence int not null,
    hears boolean not null,
    primary key (case_id, department)
);

-- What departments are told: the outbox of the feed and its archive, byte for byte as sent.
create table dispatch.feed_event (
    department text not null,
    case_id uuid not null,
    sequence int not null,
    position bigint not null generated always as identity,
    event_id uuid not null,
    name text not null,
    -- Round of the hand-over that the event delivers; null when it delivers none.
    round int,
    body json not null,
    made_at timestamptz not null,
    sent_at timestamptz,
    attempts int not null default 0,
    failure text,
    primary key (department, case_id, sequence)
);
create unique index feed_event_position on dispatch.feed_event (position);
create index feed_event_unsent on dispatch.feed_event (position) where sent_at is null;

-- The state of a hand-over is not the state of its case: a delivery that fails never hides a case,
-- and a new dispatch keeps what was handed over before.
create table dispatch.hand_over (
    case_id uuid not null,
    department text not null,
    round int not null,
    number text not null,
    role text not null,
    handed_at timestamptz not null,
    delivered_at timestamptz,
    acknowledged_at timestamptz,
    ended_at timestamptz,
    ending text,
    attempts int not null default 0,
    failure text,
    primary key (case_id, department, round)
);
create index hand_over_open on dispatch.hand_over (department) where ended_at is null;
