-- Pauses and extensions. A mark tells the turn that its event is; a deadline knows the turns behind its times, to notice when they change, and since when it stands still.
alter table escalation.mark add column turn text, add column turn_days int not null default 0;
alter table escalation.deadline add column turns text not null default '', add column paused_at timestamptz;
