-- When help that is owed is due, by what was noted of the clocks of units that assist ("assist:dept.health"): of one unit, or ('') the earliest. What was noted
-- before the unit was asked (again) tells of an earlier clock. Few cases owe help at any time, so this is asked when somebody looks.
create function insight.help_notes(clocks jsonb, assists jsonb, of_unit text) returns setof jsonb
    language sql immutable parallel safe as
    $$
    select note.value
    from jsonb_array_elements(coalesce(assists, '[]')) as help join jsonb_each(clocks) as note on note.key = 'assist:' || (help ->> 'unit')
    where help ->> 'doneAt' is null and (note.value ->> 'version')::int > (help ->> 'sinceVersion')::int and (of_unit = '' or help ->> 'unit' = of_unit)
    $$;

create function insight.help_due(clocks jsonb, assists jsonb, paused_at timestamptz, of_unit text) returns timestamptz
    language sql immutable parallel safe as
    $$
    select case when paused_at is null
        then coalesce((select min(insight.instant(note ->> 'dueAt')) from insight.help_notes(clocks, assists, of_unit) as note), 'infinity') else 'infinity' end
    $$;

create function insight.help_overdue(clocks jsonb, assists jsonb, paused_at timestamptz, of_unit text) returns boolean
    language sql immutable parallel safe as
    $$
    select paused_at is null and exists (select from insight.help_notes(clocks, assists, of_unit) as note where (note ->> 'missed')::boolean)
    $$;
