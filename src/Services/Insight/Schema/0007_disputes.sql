-- Units with a part in a dispute (职能交叉) see the case on their lists while it lasts, as those that lead or assist do.
alter table insight.case_row add column disputing text[] not null default '{}';
alter table insight.case_row_next add column disputing text[] not null default '{}';
create index case_row_disputing on insight.case_row using gin (disputing) where disputing <> '{}';

create or replace function insight.count_desks(change text) returns text immutable return format($$
    insert into insight.desk_count as c
    select * from (
        select unit, desk, sum(sign) as cases, sum(sign * overdue::int) as overdue, sum(sign * (not overdue and due_at < 'infinity')::int) as due_soon
        from (%s) as change, lateral (select distinct unnest(array ['', lead] || assisting || disputing) as unit) as involved
        where unit is not null and desk is not null
        group by unit, desk) as d
    where (cases, overdue, due_soon) is distinct from (0, 0, 0)
    on conflict (unit, desk) do update set
        cases = c.cases + excluded.cases,
        overdue = c.overdue + excluded.overdue,
        due_soon = c.due_soon + excluded.due_soon
$$, change);

-- Units in a dispute hear of its changes on their streams.
create or replace function insight.tell_changes() returns trigger language plpgsql as
$$
begin
    perform pg_notify('insight_changes', string_agg(line, ';'))
    from (
        select line, sum(length(line) + 1) over (rows unbounded preceding) / 4000 as notice
        from (select left(concat_ws(',', case_id, lead, nullif(array_to_string(assisting || disputing, ','), '')), 3000) as line from changed) as lines) as told
    group by notice;
    return null;
end
$$;
