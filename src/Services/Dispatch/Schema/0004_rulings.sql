-- Routing rules that rulings made. A rule is named after what it holds for; the next ruling on the same makes its next version. Nothing is removed: a rule
-- that was rolled back stays, with who did it and why.
create table dispatch.routing_rule (
    id text not null,
    version int not null,
    category text not null,
    area text,
    kind text not null,
    lead text not null,
    assisting text[] not null,
    effective_from date not null,
    effective_to date,
    -- The ruling. Its place in the ledger is the inbox: a ruling that comes twice makes one rule.
    case_id uuid not null,
    case_version int not null,
    number text not null,
    ruled_at timestamptz not null,
    ruled_by text not null,
    reasons text not null,
    legal_basis text not null,
    rolled_back_at timestamptz,
    rolled_back_by text,
    rolled_back_reason text,
    primary key (id, version),
    unique (case_id, case_version)
);
