-- What a person found unreasonable counts for no unit, whatever the citizen said of it.
alter table feedback.visit add column unreasonable boolean not null default false;
