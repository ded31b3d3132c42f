-- Figures count every answered return visit, for the unit that was asked about: a redo wipes no answer. A case that was taken back from a unit that let its time
-- pass counts as due for that unit, whoever has it now. And first contact that came late stays late when the case is done again or reopened.

-- Objects by the version of their event: joined, they are united. {"7": {"unit": "dept.water", "solved": false, "satisfied": false}} and {"5": {"unit": "dept.water"}}
alter table insight.case_row
    add column visits jsonb not null default '{}', add column lost jsonb not null default '{}', add column handed_version int not null default 0;
alter table insight.case_row_next
    add column visits jsonb not null default '{}', add column lost jsonb not null default '{}', add column handed_version int not null default 0;

-- Units that lead the case no longer and have a part in its figures.
create function insight.others(lead text, visits jsonb, lost jsonb) returns text[]
    language plpgsql immutable parallel safe as
    $$
    begin
        if visits = '{}' and lost = '{}' then
            return '{}';
        end if;
        return coalesce((select array_agg(distinct value ->> 'unit') from jsonb_each(visits || lost)
                         where value ->> 'unit' is not null and value ->> 'unit' is distinct from lead), '{}');
    end
    $$;

-- How many visits of a unit ('' for all) were answered as to "solved" or "satisfied", or answered with yes.
create function insight.visits(visits jsonb, of_unit text, question text, yes boolean) returns int
    language plpgsql immutable parallel safe as
    $$
    begin
        if visits = '{}' then
            return 0;
        end if;
        return (select count(*) from jsonb_each(visits)
                where (of_unit = '' or value ->> 'unit' = of_unit) and case when yes then (value ->> question)::boolean else value ->> question is not null end);
    end
    $$;

create function insight.losses(lost jsonb, of_unit text) returns int
    language plpgsql immutable parallel safe as
    $$
    begin
        if lost = '{}' then
            return 0;
        end if;
        return (select count(*) from jsonb_each(lost) where value ->> 'unit' = of_unit);
    end
    $$;

alter table insight.case_row drop column contact_late;
alter table insight.case_row
    add column contact_late boolean not null generated always as (insight.missed(clocks, 'contact', handed_version)) stored,
    add column others text[] not null generated always as (insight.others(lead, visits, lost)) stored;
alter table insight.case_row_next drop column contact_late;
alter table insight.case_row_next
    add column contact_late boolean not null generated always as (insight.missed(clocks, 'contact', handed_version)) stored,
    add column others text[] not null generated always as (insight.others(lead, visits, lost)) stored;
create index case_row_others on insight.case_row using gin (others) where others <> '{}';

create or replace function insight.count_figures(change text) returns text immutable return format($$
    insert into insight.figure as f
    select * from (
        select u.unit, received_day, kind,
               sum(sign * leads::int) as cases,
               sum(sign * (leads and excluded)::int) as excluded,
               sum(sign * (leads and not excluded and status = 'closed')::int) as closed,
               sum(sign * ((leads and not excluded and status <> 'closed' and late)::int + (not excluded)::int * insight.losses(lost, u.unit))) as due,
               sum(sign * (leads and not excluded and (contacted_at is not null or contact_late))::int) as contacts_due,
               sum(sign * (leads and not excluded and contacted_at is not null and not contact_late)::int) as contacts_in_time,
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

-- Of the cases that are there the last visit is known; a rebuild tells those before it, and by which version.
update insight.case_row set visits = jsonb_build_object('0', jsonb_build_object(
    'unit', lead, 'solved', visit_solved, 'satisfied', visit_satisfaction in ('verySatisfied', 'satisfied')))
where visit_reached;
call insight.recount();
