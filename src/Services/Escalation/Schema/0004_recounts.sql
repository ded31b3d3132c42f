-- Deadlines that moved because the city's calendar changed: a trace of every move, for whoever asks why.
create table escalation.recount (
  case_id         uuid not null,
  clock           text not null,
  started_version int  not null,
  at              timestamptz not null,
  due_before      timestamptz not null,
  due_after       timestamptz not null,
  primary key (case_id, clock, started_version, at)
);
