-- Entries are read in the order of the transactions that wrote them (LedgerPlace): by position alone, one that committed late could be passed over.
drop index cases.event_relay;
create index event_relay on cases.event (shard, tx, position);

-- What was published last goes out once more: nobody knows any longer what had been passed over, and every consumer recognizes what it has seen.
alter table cases.relay_checkpoint add column tx xid8 not null default '0';
update cases.relay_checkpoint c
set tx = coalesce((select min(e.tx) from cases.event e where e.shard = c.shard and e.position > c.position - 1000), '0'), position = 0;
alter table cases.relay_checkpoint alter column tx drop default;
