-- An upsert fires the triggers of both its halves, and an update those of its statement even when it touched no row: nothing changed costs nothing.
create or replace function insight.keep_counts() returns trigger language plpgsql as
$$
declare
    change text := case tg_op
        when 'INSERT' then 'select 1 as sign, * from after_change'
        when 'UPDATE' then 'select 1 as sign, * from after_change union all select -1, * from before_change'
        else 'select -1 as sign, * from before_change'
    end;
begin
    if tg_op = 'INSERT' then
        perform from after_change limit 1;
    else
        perform from before_change limit 1;
    end if;
    if not found then
        return null;
    end if;
    -- One writer of the counts at a time: all would meet at the city's rows anyway, and in whatever order they liked.
    perform pg_advisory_xact_lock(hashtext('insight.counts'));
    execute insight.count_figures(change);
    execute insight.count_desks(change);
    return null;
end
$$;
