-- The cases whose clocks run here: how to find one by its number, and which units may ask. Also the row every change of a case's clocks locks first.
create table escalation.case_file (
  case_id   uuid primary key,
  number    text not null unique,
  version   int  not null,
  lead      text,
  assisting text[] not null default '{}'
);

-- What each event meant for the clocks. Its key is the inbox: an event that comes twice leaves one mark.
create table escalation.mark (
  case_id  uuid not null,
  version  int  not null,
  at       timestamptz not null,
  event    text not null,
  starts   int  not null,
  stops    int  not null,
  since    timestamptz not null,
  unit     text,
  holder   text,
  urgency  text not null,
  type     text not null,
  category text,
  primary key (case_id, version)
);

-- One row a running of a clock, folded from the marks.
create table escalation.deadline (
  case_id         uuid not null,
  clock           text not null,
  started_version int  not null,
  round           int  not null,
  unit            text,
  started_at      timestamptz not null,
  limit_amount    int  not null,
  limit_unit      text not null,
  -- The exception of the policy that gave the limit; null when the table did.
  exception       text,
  warn_at         timestamptz not null,
  due_at          timestamptz not null,
  -- Steps of the ladder behind it: warning, urging, the levels of supervision.
  stage           smallint not null default 0,
  -- When a scanner must look again; null when nothing is left to do.
  next_at         timestamptz,
  -- Counts every taking by a scanner: a scanner that was too slow finds another number and writes nothing.
  claims          bigint not null default 0,
  failures        smallint not null default 0,
  -- Code with which the case refused the last step: it knows better than this row whether the clock runs.
  refused         text,
  stopped_at      timestamptz,
  stopped_version int,
  stopped_by      text,
  primary key (case_id, clock, started_version)
);

-- The scan: only rows with something left to do are in the index, the most overdue first.
create index deadline_next on escalation.deadline (next_at) where next_at is not null;

-- The gauges: what runs, by clock and due time.
create index deadline_running on escalation.deadline (clock, due_at) where stopped_at is null;
