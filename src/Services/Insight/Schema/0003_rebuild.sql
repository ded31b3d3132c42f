-- A rebuild fills rows beside the ones that are read; each case changes over once its rebuilt row has every event from the first
-- and is no older. So a reader meets a stale row at worst, never an empty list or a case thrown back in time.

create table insight.rebuild
(
    id          int         generated always as identity primary key,
    started_at  timestamptz not null,
    started_by  text        not null,
    rows        bigint      not null,
    refreshed   bigint      not null default 0,
    sent        bigint,
    finished_at timestamptz,
    given_up    boolean     not null default false
);

create unique index rebuild_running on insight.rebuild ((true)) where finished_at is null;

create table insight.case_row_next (like insight.case_row including defaults including generated, primary key (case_id));
