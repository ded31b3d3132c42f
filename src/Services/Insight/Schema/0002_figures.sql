-- Counts kept beside the rows, by the difference that each statement makes to them. Nothing is counted from messages.

-- Cohorts: cases received on a day (of the city), by unit that leads now; unit '' is the whole city.
create table insight.figure
(
    unit               text   not null,
    day                date   not null,
    kind               text   not null,
    cases              bigint not null,
    excluded           bigint not null,
    closed             bigint not null,
    due                bigint not null,
    contacts_due       bigint not null,
    contacts_in_time   bigint not null,
    visits_answered    bigint not null,
    satisfied          bigint not null,
    solutions_answered bigint not null,
    solved             bigint not null,
    primary key (unit, day, kind)
) with (fillfactor = 50);

-- Open cases by the desk they lie on; here assisting units count too, for they see the case on their lists.
create table insight.desk_count
(
    unit     text   not null,
    desk     text   not null,
    cases    bigint not null,
    overdue  bigint not null,
    due_soon bigint not null,
    primary key (unit, desk)
) with (fillfactor = 50);

-- The two statements that add signed rows ("sign", then the columns of case_row) to the counts.
create function insight.count_figures(change text) returns text immutable return format($$
    insert into insight.figure as f
    select * from (
        select unit, received_day, kind,
               sum(sign) as cases,
               sum(sign * excluded::int) as excluded,
               sum(sign * (not excluded and status = 'closed')::int) as closed,
               sum(sign * (not excluded and status <> 'closed' and late)::int) as due,
               sum(sign * (not excluded and (contacted_at is not null or contact_late))::int) as contacts_due,
               sum(sign * (not excluded and contacted_at is not null and not contact_late)::int) as contacts_in_time,
               sum(sign * (not excluded and visit_reached is true and visit_satisfaction is not null)::int) as visits_answered,
               sum(sign * (not excluded and visit_reached is true and coalesce(visit_satisfaction in ('verySatisfied', 'satisfied'), false))::int) as satisfied,
               sum(sign * (not excluded and visit_reached is true and visit_solved is not null)::int) as solutions_answered,
               sum(sign * (not excluded and visit_reached is true and visit_solved is true)::int) as solved
        from (%s) as change, unnest(array ['', lead]) as unit
        where unit is not null
        group by unit, received_day, kind) as d
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

create function insight.count_desks(change text) returns text immutable return format($$
    insert into insight.desk_count as c
    select * from (
        select unit, desk, sum(sign) as cases, sum(sign * overdue::int) as overdue, sum(sign * (not overdue and due_at < 'infinity')::int) as due_soon
        from (%s) as change, lateral (select distinct unnest(array ['', lead] || assisting) as unit) as involved
        where unit is not null and desk is not null
        group by unit, desk) as d
    where (cases, overdue, due_soon) is distinct from (0, 0, 0)
    on conflict (unit, desk) do update set
        cases = c.cases + excluded.cases,
        overdue = c.overdue + excluded.overdue,
        due_soon = c.due_soon + excluded.due_soon
$$, change);

create function insight.keep_counts() returns trigger language plpgsql as
$$
declare
    change text := case tg_op
        when 'INSERT' then 'select 1 as sign, * from after_change'
        when 'UPDATE' then 'select 1 as sign, * from after_change union all select -1, * from before_change'
        else 'select -1 as sign, * from before_change'
    end;
begin
    -- One writer of the counts at a time: all would meet at the city's rows anyway, and in whatever order they liked.
    perform pg_advisory_xact_lock(hashtext('insight.counts'));
    execute insight.count_figures(change);
    execute insight.count_desks(change);
    return null;
end
$$;

create trigger count_inserted after insert on insight.case_row referencing new table as after_change
    for each statement execute function insight.keep_counts();
create trigger count_updated after update on insight.case_row referencing old table as before_change new table as after_change
    for each statement execute function insight.keep_counts();
create trigger count_deleted after delete on insight.case_row referencing old table as before_change
    for each statement execute function insight.keep_counts();

-- Counts everything anew from the rows.
create procedure insight.recount() language plpgsql as
$$
begin
    lock table insight.case_row in share row exclusive mode;
    delete from insight.figure;
    delete from insight.desk_count;
    execute insight.count_figures('select 1 as sign, * from insight.case_row');
    execute insight.count_desks('select 1 as sign, * from insight.case_row');
end
$$;
