create schema if not exists dispatch;

-- Events a consumer has dealt with; written in the transaction of what it did.
create table dispatch.inbox (
    consumer text not null,
    case_id uuid not null,
    version int not null,
    primary key (consumer, case_id, version)
);

-- One row an offer to a merchant. It is written before the case is asked to make the offer, so that
-- whoever may know an offer's id finds its case; from then on the events of the case move it.
create table dispatch.offer (
    offer_id uuid primary key,
    case_id uuid not null,
    number text not null,
    merchant text not null,
    round int not null,
    -- Version of the event that opened the cascade: nobody is asked twice within one cascade.
    cascade int not null,
    state text not null,
    -- Version of the case behind the state; 0 while only planned.
    version int not null default 0,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    -- The scanner looks at an open offer from then on.
    look_at timestamptz not null,
    scheduled_for timestamptz,
    price numeric(12, 2),
    -- Summary of the case, as messages carry it: nothing personal in clear.
    summary jsonb not null
);
create index offer_case on dispatch.offer (case_id, cascade);
create index offer_merchant on dispatch.offer (merchant, made_at desc);
create index offer_due on dispatch.offer (look_at) where state in ('planned', 'open');
