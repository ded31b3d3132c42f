-- When help that is owed is due, before Escalation has warned of it, as the case itself tells: of one unit, or ('') the earliest; null while the case waits.
create function insight.help_expected(assists jsonb, paused_at timestamptz, of_unit text) returns timestamptz
    language sql immutable parallel safe as
    $$
    select min(insight.instant(help ->> 'expectedAt')) from jsonb_array_elements(coalesce(assists, '[]')) as help
    where paused_at is null and help ->> 'doneAt' is null and (of_unit = '' or help ->> 'unit' = of_unit)
    $$;
