-- A row for the records of one append that share hour and owner, instead of a row each with its five index entries, which
-- cost more than the request that was recorded. The views have a row a record, under the names that the tables had.
-- Partitions are named <table>_<yyyymmdd>.
alter table telemetry.usage_event rename to old_usage_event;
alter table telemetry.page_view rename to old_page_view;

create table telemetry.usage_batch (
    flush       bigint        not null, -- position of the first record of the append
    hour        timestamptz   not null, -- of all its records, UTC
    user_id     text          not null,
    token_id    text          not null,
    nth         integer[]     not null, -- in the append, from 0
    created_at  timestamptz[] not null,
    method      text[]        not null,
    route       text[]        not null,
    path        text[]        not null,
    status_code smallint[]    not null,
    error_code  text[]        not null,
    duration_us bigint[]      not null,
    request_id  text[]        not null,
    errors      boolean       not null generated always as (400 <= any (status_code)) stored
) partition by range (hour);
create index on telemetry.usage_batch (flush);
create index on telemetry.usage_batch (user_id, flush);
create index on telemetry.usage_batch (token_id, flush);
-- Most requests succeed, and are found without an index.
create index on telemetry.usage_batch (flush) where errors;
create index on telemetry.usage_batch using brin (hour);

create view telemetry.usage_event as
select b.flush, b.flush + r.nth as position, b.hour, b.user_id, b.token_id, b.errors, r.created_at, r.method, r.route,
    r.path, r.status_code, r.error_code, r.duration_us, r.request_id
from telemetry.usage_batch b, unnest(b.nth, b.created_at, b.method, b.route, b.path, b.status_code, b.error_code,
    b.duration_us, b.request_id)
    as r (nth, created_at, method, route, path, status_code, error_code, duration_us, request_id);

create table telemetry.page_view_batch (
    flush        bigint        not null,
    hour         timestamptz   not null,
    route        text          not null,
    path         text          not null,
    nth          integer[]     not null,
    created_at   timestamptz[] not null,
    visitor_hash text[]        not null
) partition by range (hour);
create index on telemetry.page_view_batch (flush);
create index on telemetry.page_view_batch using brin (hour);

create view telemetry.page_view as
select b.flush, b.flush + r.nth as position, b.hour, b.route, b.path, r.created_at, r.visitor_hash
from telemetry.page_view_batch b, unnest(b.nth, b.created_at, b.visitor_hash) as r (nth, created_at, visitor_hash);

do $$
declare
    log text;
    partition text;
    begins timestamptz;
begin
    foreach log in array array['usage_event', 'page_view'] loop
        for partition in
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = cast('telemetry.old_' || log as regclass)
        loop
            begins := to_timestamp(right(partition, 8), 'YYYYMMDD')::timestamp at time zone 'UTC';
            execute format('create table telemetry.%I partition of telemetry.%I for values from (%L) to (%L)',
                replace(log, '_event', '') || '_batch_' || right(partition, 8), replace(log, '_event', '') || '_batch',
                begins, begins + interval '1 day');
        end loop;
    end loop;
end $$;

insert into telemetry.usage_batch (flush, hour, user_id, token_id, nth, created_at, method, route, path, status_code,
    error_code, duration_us, request_id)
select position, date_trunc('hour', created_at, 'UTC'), user_id, token_id, array[0], array[created_at], array[method],
    array[route], array[path], array[status_code], array[error_code], array[duration_us], array[request_id]
from telemetry.old_usage_event;

insert into telemetry.page_view_batch (flush, hour, route, path, nth, created_at, visitor_hash)
select position, date_trunc('hour', created_at, 'UTC'), route, path, array[0], array[created_at], array[visitor_hash]
from telemetry.old_page_view;

drop table telemetry.old_usage_event;
drop table telemetry.old_page_view;
