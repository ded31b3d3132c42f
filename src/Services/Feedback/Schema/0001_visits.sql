-- The return visit of a case, as of its newest event known here: one row a case, open whenever the case waits to be called back.
create table feedback.visit (
  case_id         uuid primary key,
  number          text not null,
  -- Version of the case this row tells of; an older event changes nothing.
  version         int  not null,
  open            boolean not null,
  kind            text not null,
  urgency         text not null,
  unit            text,
  -- Null for sealed lanes: lists show the number only.
  title           text,
  sealed          boolean not null,
  opened_at       timestamptz not null,
  due_at          timestamptz not null,
  attempts        int not null default 0,
  last_attempt_at timestamptz,
  -- Not before: two calls in a row annoy whoever could not pick up.
  call_after      timestamptz,
  redos           int not null,
  closed_at       timestamptz,
  outcome         text
);

-- The operators' worklist, most urgent first, and the same for what is done, newest first.
create index visit_open on feedback.visit (due_at, case_id) where open;
create index visit_done on feedback.visit (closed_at, case_id) where not open;

-- What citizens said about a unit: one entry a visit that was answered, with its cause. The key is the event, so it counts once.
create table feedback.credit_entry (
  case_id      uuid not null,
  version      int  not null,
  number       text not null,
  unit         text not null,
  at           timestamptz not null,
  cause        text not null,
  satisfaction text,
  satisfied    boolean,
  solved       boolean,
  unit_at_fault boolean not null,
  reason       text,
  primary key (case_id, version)
);

create index credit_entry_unit on feedback.credit_entry (unit, at desc, case_id desc);

-- 重办: orders to do it again.
create table feedback.redo (
  case_id    uuid not null,
  version    int  not null,
  number     text not null,
  unit       text,
  ordered_at timestamptz not null,
  reason     text,
  primary key (case_id, version)
);

create index redo_ordered on feedback.redo (ordered_at, case_id);
create index redo_unit on feedback.redo (unit);
