-- The ledger: every fact of every case, append-only. It is also the outbox: the relay reads it in order and publishes.
create schema if not exists cases;

create table cases.event (
  case_id   uuid        not null,
  version   int         not null,
  position  bigint      not null generated always as identity,
  -- The writing transaction: the relay reads only behind the oldest one still running, so no late commit is skipped.
  tx        xid8        not null default pg_current_xact_id(),
  shard     smallint    not null,
  type      text        not null,
  number    text        null,
  -- json, not jsonb: the hash chain covers the text as it was written.
  data      json        not null,
  sealed    bytea       null,
  at        timestamptz not null,
  actor     text        not null,
  operation uuid        not null,
  hash      bytea       not null,
  -- W3C traceparent of the request that made the event: its messages join that trace.
  trace     text        null,
  primary key (case_id, version)
);

create unique index event_number on cases.event (number) where version = 1;
create index event_relay on cases.event (shard, position);

-- Data key of a case, wrapped by a master key. Deleting the row erases the citizen from the ledger; chain and figures stay right.
create table cases.case_key (
  case_id    uuid     primary key,
  master_key smallint not null,
  wrapped    bytea    not null
);

-- Case numbers of a day, handed out in blocks.
create table cases.number_block (
  day  date   primary key,
  next bigint not null
);

-- How far each shard has been published.
create table cases.relay_checkpoint (
  shard    smallint primary key,
  position bigint   not null
);

create function cases.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only (%).', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger event_is_append_only before update or delete or truncate on cases.event
  for each statement execute function cases.refuse_change();
