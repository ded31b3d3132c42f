-- The receipt of a case is told to nobody and no longer listened to: where one was still awaited, the next version is.
update dispatch.feed_case set version = 1 where version = 0;
alter table dispatch.feed_case add check (version >= 1);
