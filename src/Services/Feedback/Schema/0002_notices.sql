-- What citizens are told, one row for each event they are told of. The outbox that channels fetch from.
create table feedback.notice (
  case_id     uuid not null,
  version     int  not null,
  number      text not null,
  -- Null for sealed lanes.
  title       text,
  -- Client whose citizen it is; empty: taken in by the desk, which tells the citizen itself.
  addressee   text not null,
  -- Masked: the client knows whom it submitted for.
  recipient   text,
  -- Key of the city's text, and the words that fill it, in both languages.
  text_key    text not null,
  words       json  not null,
  at          timestamptz not null,
  -- What the citizen may answer by the link of the notice; null: nothing. Neither link nor code is kept: both follow from case, version and a key.
  asks        text,
  token_hash  bytea,
  expires_at  timestamptz,
  -- Wrong codes so far, and those being looked at.
  tries       int  not null default 0,
  answered_at timestamptz,
  -- Writing transaction, and with one notice each the place in the outbox: read behind the oldest one still running, so no late commit is skipped.
  tx          xid8 not null default pg_current_xact_id(),
  primary key (case_id, version)
);

create index notice_outbox on feedback.notice (addressee, tx);
create index notice_age on feedback.notice (at);
create unique index notice_token on feedback.notice (token_hash);
