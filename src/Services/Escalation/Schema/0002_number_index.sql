-- The ledger keeps numbers unique. Here the constraint only got in the way: "on conflict (case_id)" does not wait for it, so two first events of one case
-- that arrived at once could fail on the number.
alter table escalation.case_file drop constraint case_file_number_key;
create index case_file_number on escalation.case_file (number);
