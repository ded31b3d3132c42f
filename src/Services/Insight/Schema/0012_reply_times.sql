-- When the citizen's last answer was given: reply times are taken from it. A rebuild fills in the cases that were there before.
alter table insight.case_row add column answered_at timestamptz;
alter table insight.case_row_next add column answered_at timestamptz;
