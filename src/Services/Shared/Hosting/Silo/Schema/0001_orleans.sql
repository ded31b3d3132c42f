-- What Orleans 10's AdoNet providers ask of a database, met by our own tables: the providers know only the query texts in orleansquery,
-- their parameter names and the names of the columns that come back. orleansquery itself must be found without a schema.
create schema if not exists orleans;

create table if not exists public.orleansquery (
  querykey  varchar(64) primary key,
  querytext text        not null
);

-- Clustering ---------------------------------------------------------------------------------------------------------------------------

create table orleans.membership_version (
  deployment_id varchar(150)   primary key,
  changed_at    timestamptz(3) not null default now(),
  version       int            not null default 0
);

create table orleans.membership (
  deployment_id   varchar(150)   not null references orleans.membership_version (deployment_id),
  address         varchar(45)    not null,
  port            int            not null,
  generation      int            not null,
  silo_name       varchar(150)   not null,
  host_name       varchar(150)   not null,
  status          int            not null,
  proxy_port      int            null,
  suspect_times   text           null,
  start_time      timestamptz(3) not null,
  i_am_alive_time timestamptz(3) not null,
  primary key (deployment_id, address, port, generation)
);

insert into public.orleansquery (querykey, querytext) values
('UpdateIAmAlivetimeKey', '
  update orleans.membership set i_am_alive_time = @IAmAliveTime
  where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation'),
('InsertMembershipVersionKey', '
  with inserted as (
    insert into orleans.membership_version (deployment_id) values (@DeploymentId) on conflict do nothing returning 1)
  select count(*)::int from inserted'),
('InsertMembershipKey', '
  with bumped as (
    update orleans.membership_version set version = version + 1, changed_at = now()
    where deployment_id = @DeploymentId and version = @Version
      and not exists (select 1 from orleans.membership
        where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning deployment_id),
  inserted as (
    insert into orleans.membership
      (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
    select deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from bumped
    returning 1)
  select count(*)::int from inserted'),
('UpdateMembershipKey', '
  with bumped as (
    update orleans.membership_version set version = version + 1, changed_at = now()
    where deployment_id = @DeploymentId and version = @Version
      and exists (select 1 from orleans.membership
        where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning deployment_id),
  updated as (
    update orleans.membership m set status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    from bumped b
    where m.deployment_id = b.deployment_id and m.address = @Address and m.port = @Port and m.generation = @Generation
    returning 1)
  select count(*)::int from updated'),
('MembershipReadRowKey', '
  select v.deployment_id as DeploymentId, m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName,
    m.host_name as HostName, m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes, m.start_time as StartTime,
    m.i_am_alive_time as IAmAliveTime, v.version as Version
  from orleans.membership_version v
  left join orleans.membership m on m.deployment_id = v.deployment_id and m.address = @Address and m.port = @Port and m.generation = @Generation
  where v.deployment_id = @DeploymentId'),
('MembershipReadAllKey', '
  select v.deployment_id as DeploymentId, m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName,
    m.host_name as HostName, m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes, m.start_time as StartTime,
    m.i_am_alive_time as IAmAliveTime, v.version as Version
  from orleans.membership_version v
  left join orleans.membership m on m.deployment_id = v.deployment_id
  where v.deployment_id = @DeploymentId'),
('DeleteMembershipTableEntriesKey', '
  with silos as (delete from orleans.membership where deployment_id = @DeploymentId)
  delete from orleans.membership_version where deployment_id = @DeploymentId'),
('GatewaysQueryKey', '
  select address as Address, proxy_port as ProxyPort, generation as Generation from orleans.membership
  where deployment_id = @DeploymentId and status = @Status and proxy_port > 0'),
('CleanupDefunctSiloEntriesKey', '
  delete from orleans.membership where deployment_id = @DeploymentId and i_am_alive_time < @IAmAliveTime and status <> 3');

-- Grain storage ------------------------------------------------------------------------------------------------------------------------

create table orleans.grain_state (
  service_id   varchar(150) not null,
  type_hash    int          not null,
  type_name    varchar(512) not null,
  id_hash      int          not null,
  id_n0        bigint       not null,
  id_n1        bigint       not null,
  id_extension varchar(512) null,
  payload      bytea        null,
  modified_at  timestamptz  not null default now(),
  version      int          not null
);

-- Unique over the whole identity: two first writers can not leave two rows.
create unique index grain_state_identity on orleans.grain_state
  (id_hash, type_hash, id_n0, id_n1, type_name, service_id, (coalesce(id_extension, '')));

insert into public.orleansquery (querykey, querytext) values
('ReadFromStorageKey', '
  select payload as PayloadBinary, now() as ModifiedOn, version as Version from orleans.grain_state
  where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
    and type_name = @GrainTypeString and coalesce(id_extension, '''') = coalesce(@GrainIdExtensionString::varchar, '''') and service_id = @ServiceId'),
('WriteToStorageKey', '
  with updated as (
    update orleans.grain_state set payload = @PayloadBinary, modified_at = now(), version = version + 1
    where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
      and type_name = @GrainTypeString and coalesce(id_extension, '''') = coalesce(@GrainIdExtensionString::varchar, '''')
      and service_id = @ServiceId and version = @GrainStateVersion::int
    returning version),
  inserted as (
    insert into orleans.grain_state (service_id, type_hash, type_name, id_hash, id_n0, id_n1, id_extension, payload, version)
    select @ServiceId, @GrainTypeHash, @GrainTypeString, @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString::varchar, @PayloadBinary, 1
    where @GrainStateVersion::int is null
    on conflict do nothing
    returning version)
  select coalesce((select version from updated), (select version from inserted), @GrainStateVersion::int) as NewGrainStateVersion'),
('ClearStorageKey', '
  update orleans.grain_state set payload = null, modified_at = now(), version = version + 1
  where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
    and type_name = @GrainTypeString and coalesce(id_extension, '''') = coalesce(@GrainIdExtensionString::varchar, '''')
    and service_id = @ServiceId and version = @GrainStateVersion::int
  returning version as NewGrainStateVersion'),
('DeleteStorageKey', '
  delete from orleans.grain_state
  where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
    and type_name = @GrainTypeString and coalesce(id_extension, '''') = coalesce(@GrainIdExtensionString::varchar, '''')
    and service_id = @ServiceId and version = @GrainStateVersion::int
  returning version + 1 as NewGrainStateVersion');

-- Reminders ----------------------------------------------------------------------------------------------------------------------------

create table orleans.reminder (
  service_id    varchar(150)   not null,
  grain_id      varchar(150)   not null,
  reminder_name varchar(150)   not null,
  start_time    timestamptz(3) not null,
  period        bigint         not null,
  grain_hash    int            not null,
  version       int            not null,
  primary key (service_id, grain_id, reminder_name)
);
-- Each silo reads its range of hashes every few minutes.
create index reminder_range on orleans.reminder (service_id, grain_hash);

insert into public.orleansquery (querykey, querytext) values
('UpsertReminderRowKey', '
  insert into orleans.reminder as r (service_id, grain_id, reminder_name, start_time, period, grain_hash, version)
  values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
  on conflict (service_id, grain_id, reminder_name) do update
    set start_time = excluded.start_time, period = excluded.period, grain_hash = excluded.grain_hash, version = r.version + 1
  returning version as Version'),
('ReadReminderRowsKey', '
  select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
  from orleans.reminder where service_id = @ServiceId and grain_id = @GrainId'),
('ReadReminderRowKey', '
  select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
  from orleans.reminder where service_id = @ServiceId and grain_id = @GrainId and reminder_name = @ReminderName'),
('ReadRangeRows1Key', '
  select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
  from orleans.reminder where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash'),
('ReadRangeRows2Key', '
  select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
  from orleans.reminder where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)'),
('DeleteReminderRowKey', '
  with deleted as (
    delete from orleans.reminder
    where service_id = @ServiceId and grain_id = @GrainId and reminder_name = @ReminderName and version = @Version returning 1)
  select count(*)::int from deleted'),
('DeleteReminderRowsKey', 'delete from orleans.reminder where service_id = @ServiceId');
