-- 诉求人信用: findings that a person upheld, by citizen. What they cost is the city's policy of today; an appeal that was granted later takes them away again.
create table insight.standing_entry
(
    case_id    uuid        not null,
    version    int         not null,
    finding    text        not null,
    number     text        not null,
    phone_hash text        not null,
    at         timestamptz not null,
    decided_by text        not null,
    primary key (case_id, version, finding)
);

create index standing_entry_citizen on insight.standing_entry (phone_hash, at desc);

create table insight.standing_appeal
(
    case_id uuid        not null,
    version int         not null,
    at      timestamptz not null,
    primary key (case_id, version)
);
