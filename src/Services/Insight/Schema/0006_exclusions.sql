-- Why a case counts for nobody, so that figures can say what they left out.

-- The reason of the newest refusal (不予受理) and the version that gave it; like every mark a maximum over the events seen.
-- Rows of cases refused before this script learn it at the next rebuild; until then they count as declined.
alter table insight.case_row add column decline_version int not null default 0, add column decline_reason text;
alter table insight.case_row_next add column decline_version int not null default 0, add column decline_reason text;

-- The cause an excluded case is counted under. Refused as abusive or for private gain: screened as unreasonable.
create function insight.exclusion(status text, outcome text, decline_reason text) returns text immutable parallel safe
    return case
        when status = 'declined' or outcome = 'declined' then case
            when decline_reason in ('outOfPower', 'inLitigation') then 'outOfPower'
            when decline_reason in ('abusive', 'privateGain') then 'unreasonable'
            else 'declined' end
        else outcome
    end;

-- Few cases are excluded, so only they pay for it.
create index case_row_excluded on insight.case_row (received_at, case_id) where excluded;
