-- Cases that were taken in and are still to be compared with others (甄别). Written with the text of the case, once; taken out when it was compared.
-- Like saved filters this follows no ledger: a rebuild finds the texts there already and lets nothing be screened again.
create table insight.to_screen
(
    case_id     uuid        primary key,
    received_at timestamptz not null,
    next_at     timestamptz not null,
    failures    int         not null default 0
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

create index to_screen_next on insight.to_screen (next_at, case_id);
