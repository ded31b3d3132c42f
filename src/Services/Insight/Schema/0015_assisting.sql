-- 协办: what units were asked to help with, who of them still owes it, and over whose help a supervision waits for an answer.
alter table insight.case_row add column assists jsonb, add column owing text[] not null default '{}', add column supervised_units text[] not null default '{}';
alter table insight.case_row_next add column assists jsonb, add column owing text[] not null default '{}', add column supervised_units text[] not null default '{}';

create index case_row_owing on insight.case_row (due_at, received_at, case_id) where owing <> '{}';
create index case_row_supervised_units on insight.case_row (due_at, received_at, case_id) where supervised_units <> '{}';

-- Clocks of units that assist ("assist:dept.health") are told with their help. The case itself is not late with them: nobody is measured by the time of another.
-- What rows store of this stays right: no such clock was noted before.
create or replace function insight.runs(clock text, note jsonb, round_version int, status text, contacted boolean) returns boolean
    language sql immutable parallel safe as
    $$
    select (note ->> 'version')::int > round_version and case
        when clock like 'assist:%' then false
        when clock = 'accept' then status in ('received', 'held')
        when clock in ('sign', 'return') then status = 'dispatched'
        when clock = 'rule' then status = 'disputed'
        when clock = 'offer' then status = 'offered'
        when clock = 'review' then status = 'inReview'
        when clock = 'visit' then status = 'awaitingVisit'
        when clock = 'contact' then not contacted and status in ('dispatched', 'assigned', 'signed', 'inProgress')
        else status not in ('received', 'held', 'disputed', 'inReview', 'awaitingVisit', 'closed', 'declined')
    end
    $$;
