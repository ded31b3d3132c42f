-- For whom a case counts as late. It is not forgotten when the case goes to another unit, is done again, or lies on nobody's desk: a unit that let its time pass
-- stays late whoever has the case now, and the city is late until the case is closed. Returned within the window it counts against nobody.

-- Steps by the version of their event: joined, they are united. {"7": {"turn": "missed", "unit": "dept.water", "watch": "handling"}}
alter table insight.case_row add column lateness jsonb not null default '{}';
alter table insight.case_row_next add column lateness jsonb not null default '{}';

-- The units that are late with a watch ('handling' or 'contact'), and '' when the city is.
create function insight.late_for(lateness jsonb, of_watch text) returns text[]
    language plpgsql immutable parallel safe as
    $$
    declare
        step   record;
        lasts  text[] := '{}';  -- in the time that runs
        stays  text[] := '{}';  -- in a time before it, since the case was opened (again)
        before text[] := '{}';  -- lost, or closed by somebody else
        given  text[] := '{}';  -- returned since: counts again when the return is rejected
    begin
        if lateness = '{}' then
            return '{}';
        end if;
        for step in
            select value ->> 'turn' as turn, coalesce(value ->> 'unit', '') as unit from jsonb_each(lateness)
            where coalesce(value ->> 'watch', of_watch) = of_watch order by key::int
        loop
            case step.turn
                when 'missed' then lasts := lasts || step.unit;
                when 'begun' then
                    stays := stays || lasts;
                    lasts := '{}';
                when 'lost' then before := before || step.unit;
                when 'returned' then
                    given := array(select late from unnest(lasts) as late where late = step.unit);
                    lasts := array_remove(lasts, step.unit);
                when 'rejected' then lasts := lasts || array(select late from unnest(given) as late where late = step.unit);
                when 'reopened' then
                    before := array_remove(array_remove(before || stays || lasts, ''), step.unit);
                    lasts := '{}';
                    stays := '{}';
                else lasts := array_remove(lasts, step.unit);
            end case;
        end loop;
        return (select coalesce(array_agg(distinct late), '{}') from unnest(lasts || stays || before || case when lasts || stays <> '{}' then array[''] else '{}' end) as late);
    end
    $$;

-- What the rows know of it; a rebuild tells the rest.
update insight.case_row r set lateness =
    coalesce((select jsonb_object_agg(version, jsonb_build_object('turn', 'lost', 'unit', value ->> 'unit', 'watch', 'handling'))
              from jsonb_each(lost) as taken (version, value)), '{}')
    || coalesce((select jsonb_object_agg(value ->> 'version', jsonb_build_object(
                     'turn', 'missed', 'unit', case when clock <> 'visit' then lead end, 'watch', case when clock = 'contact' then 'contact' else 'handling' end))
                 from jsonb_each(clocks) as noted (clock, value)
                 where (value ->> 'missed')::boolean
                   and (clock in ('handle', 'visit') and (value ->> 'version')::int > round_version
                        or clock = 'contact' and (value ->> 'version')::int > handed_version)), '{}')
where lost <> '{}' or clocks <> '{}';

drop index insight.case_row_others;
alter table insight.case_row drop column others, drop column late, drop column contact_late, drop column lost, drop column handed_version;
alter table insight.case_row_next drop column others, drop column late, drop column contact_late, drop column lost, drop column handed_version;
drop function insight.others(text, jsonb, jsonb);
drop function insight.losses(jsonb, text);

-- Units that lead the case no longer and have a part in its figures.
create function insight.others(lead text, visits jsonb, lateness jsonb) returns text[]
    language plpgsql immutable parallel safe as
    $$
    begin
        if visits = '{}' and lateness = '{}' then
            return '{}';
        end if;
        return coalesce((select array_agg(distinct unit)
                         from (select value ->> 'unit' as unit from jsonb_each(visits)
                               union all select unnest(insight.late_for(lateness, 'handling') || insight.late_for(lateness, 'contact'))) as part
                         where unit <> '' and unit is distinct from lead), '{}');
    end
    $$;

alter table insight.case_row
    add column late_for text[] not null generated always as (insight.late_for(lateness, 'handling')) stored,
    add column contact_late_for text[] not null generated always as (insight.late_for(lateness, 'contact')) stored,
    add column others text[] not null generated always as (insight.others(lead, visits, lateness)) stored;
alter table insight.case_row_next
    add column late_for text[] not null generated always as (insight.late_for(lateness, 'handling')) stored,
    add column contact_late_for text[] not null generated always as (insight.late_for(lateness, 'contact')) stored,
    add column others text[] not null generated always as (insight.others(lead, visits, lateness)) stored;
create index case_row_others on insight.case_row using gin (others) where others <> '{}';

create or replace function insight.count_figures(change text) returns text immutable return format($$
    insert into insight.figure as f
    select * from (
        select u.unit, received_day, kind,
               sum(sign * leads::int) as cases,
               sum(sign * (leads and excluded)::int) as excluded,
               sum(sign * (leads and not excluded and status = 'closed')::int) as closed,
               sum(sign * (not excluded and not (leads and status = 'closed') and u.unit = any(late_for))::int) as due,
               sum(sign * (not excluded and (leads and contacted_at is not null or u.unit = any(contact_late_for)))::int) as contacts_due,
               sum(sign * (not excluded and leads and contacted_at is not null and u.unit <> all(contact_late_for))::int) as contacts_in_time,
               sum(sign * (not excluded)::int * insight.visits(visits, u.unit, 'satisfied', false)) as visits_answered,
               sum(sign * (not excluded)::int * insight.visits(visits, u.unit, 'satisfied', true)) as satisfied,
               sum(sign * (not excluded)::int * insight.visits(visits, u.unit, 'solved', false)) as solutions_answered,
               sum(sign * (not excluded)::int * insight.visits(visits, u.unit, 'solved', true)) as solved
        from (%s) as change, lateral (
            select '' as unit, true as leads
            union all select lead, true where lead is not null
            union all select unnest(others), false) as u
        group by u.unit, received_day, kind) as d
    where (cases, excluded, closed, due, contacts_due, contacts_in_time, visits_answered, satisfied, solutions_answered, solved)
          is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    on conflict (unit, day, kind) do update set
        cases = f.cases + excluded.cases,
        excluded = f.excluded + excluded.excluded,
        closed = f.closed + excluded.closed,
        due = f.due + excluded.due,
        contacts_due = f.contacts_due + excluded.contacts_due,
        contacts_in_time = f.contacts_in_time + excluded.contacts_in_time,
        visits_answered = f.visits_answered + excluded.visits_answered,
        satisfied = f.satisfied + excluded.satisfied,
        solutions_answered = f.solutions_answered + excluded.solutions_answered,
        solved = f.solved + excluded.solved
$$, change);

call insight.recount();
