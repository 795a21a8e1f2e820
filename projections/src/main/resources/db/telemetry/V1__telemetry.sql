-- The second event log (ADR 0005, 0021): what was asked for, not what was decided. A partition a day and log, named
-- <table>_<yyyymmdd>, made ahead of time and dropped when its retention is over.

-- Position of the last record. Who appends holds the row until the commit, so positions are complete up to here.
create table telemetry.log (
    name text   primary key,
    head bigint not null
);

-- Up to which position the aggregates of a log count.
create table telemetry.projection (
    log      text   primary key references telemetry.log,
    position bigint not null
);

create table telemetry.usage_event (
    position    bigint      not null,
    created_at  timestamptz not null,
    user_id     text        not null,
    token_id    text        not null,
    method      text        not null,
    route       text        not null,
    path        text        not null,
    status_code smallint    not null,
    error_code  text,
    duration_us bigint      not null,
    request_id  text        not null
) partition by range (created_at);
create index on telemetry.usage_event (position);
create index on telemetry.usage_event (user_id, position);
create index on telemetry.usage_event (token_id, position);
-- Most requests succeed, and are found without an index.
create index on telemetry.usage_event (status_code, position) where status_code >= 400;
create index on telemetry.usage_event using brin (created_at);

create table telemetry.page_view (
    position     bigint      not null,
    created_at   timestamptz not null,
    route        text        not null,
    path         text        not null,
    visitor_hash text        not null
) partition by range (created_at);
create index on telemetry.page_view (position);
create index on telemetry.page_view using brin (created_at);

-- Aggregate of usage_event. A token has one owner.
create table telemetry.usage_hour (
    token_id    text        not null,
    hour        timestamptz not null,
    method      text        not null,
    route       text        not null,
    status_code smallint    not null,
    user_id     text        not null,
    requests    bigint      not null,
    duration_us bigint      not null,
    primary key (token_id, hour, method, route, status_code)
);
create index on telemetry.usage_hour (user_id, hour);
create index on telemetry.usage_hour (hour);

-- Aggregate of page_view.
create table telemetry.page_visit (
    day          date   not null,
    path         text   not null,
    visitor_hash text   not null,
    views        bigint not null,
    primary key (day, path, visitor_hash)
);

insert into telemetry.log (name, head) values ('usage', 0), ('page_view', 0);
insert into telemetry.projection (log, position) values ('usage', 0), ('page_view', 0);
