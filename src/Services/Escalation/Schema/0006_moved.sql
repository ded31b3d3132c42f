-- Since when a deadline that was warned of has another due time that its case has not been told yet; null when there is nothing to tell.
alter table escalation.deadline add column moved_at timestamptz;
