-- Units that assist have clocks of their own, which start together: the unit is part of a deadline's name. '' stands for the desk.
update escalation.deadline set unit = '' where unit is null;
alter table escalation.deadline alter column unit set default '', alter column unit set not null;
alter table escalation.deadline drop constraint deadline_pkey;
alter table escalation.deadline add primary key (case_id, clock, started_version, unit);

alter table escalation.recount add column unit text not null default '';
update escalation.recount r set unit = d.unit from escalation.deadline d
  where (d.case_id, d.clock, d.started_version) = (r.case_id, r.clock, r.started_version);
alter table escalation.recount drop constraint recount_pkey;
alter table escalation.recount add primary key (case_id, clock, started_version, unit, at);

-- The units whose own clocks a mark starts, and the one whose clock it stops.
alter table escalation.mark add column assisting text, add column assisted text;
