-- Which services have declared their queues at least once. Until all that must hear events have, the relay waits: what is published
-- before a queue exists is lost.
create schema if not exists bus;

create table bus.subscription (
  queue       text        primary key,
  service     text        not null,
  declared_at timestamptz not null
);
