-- The citizen was erased: the text stays forgotten even if the event that held it comes late or is sent again.
alter table insight.case_text add column erased boolean not null default false;
