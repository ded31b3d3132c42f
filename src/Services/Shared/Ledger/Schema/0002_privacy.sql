-- The ledger stays append-only, but for one thing: once the data key of a case is destroyed, its entries may lose their words.
-- The entry that does it (CitizenErased) carries the hash chain over what is left, so that any other change still shows.
drop trigger event_is_append_only on cases.event;
create trigger event_is_append_only before delete or truncate on cases.event
  for each statement execute function cases.refuse_change();

create function cases.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if (old.case_id, old.version, old.position, old.tx, old.shard, old.type, old.number, old.sealed, old.at, old.actor, old.operation, old.hash, old.trace)
     is distinct from
     (new.case_id, new.version, new.position, new.tx, new.shard, new.type, new.number, new.sealed, new.at, new.actor, new.operation, new.hash, new.trace)
     or exists (select from cases.case_key where case_id = old.case_id) then
    raise exception 'The ledger is append-only (%).', tg_op using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger event_is_not_rewritten before update on cases.event
  for each row execute function cases.refuse_rewriting();

-- All cases of one caller, by the keyed hash of the phone number. Filled from the ledger when somebody asks, so that intake writes nothing more.
create table cases.citizen_case (
  phone_hash text not null,
  case_id    uuid not null,
  primary key (phone_hash, case_id)
);
create index citizen_case_case on cases.citizen_case (case_id);

-- How far it was read, in the order of the transactions that wrote.
create table cases.citizen_checkpoint (
  shard    smallint primary key,
  tx       xid8     not null,
  position bigint   not null
);
insert into cases.citizen_checkpoint select generate_series(0, 7), '0', 0;

-- Who looked at what, and why; refused attempts too. What was done to a case stands in the ledger.
create table cases.access (
  id      bigint      primary key generated always as identity,
  at      timestamptz not null,
  subject text        not null,
  name    text        not null,
  roles   text        not null,
  unit    text,
  client  text        not null,
  act     text        not null,
  case_id uuid,
  number  text,
  purpose text,
  note    text,
  -- 'done', or the code of the refusal.
  result  text        not null,
  trace   text
);
create index access_at on cases.access (at, id);
create index access_subject on cases.access (subject, at, id);
create index access_case on cases.access (case_id, at, id) where case_id is not null;

create trigger access_is_append_only before update or delete or truncate on cases.access
  for each statement execute function cases.refuse_change();

-- What a person did, for the same trail. Channels and Hotline itself are left out: intake pays nothing.
create index event_person on cases.event ((substr(actor, strpos(actor, ':') + 1)), at, position)
  where actor not like 'channel:%' and actor not like 'system:%';
