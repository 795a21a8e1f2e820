-- The last fetch that brought something.
create table last_fetch (
    feed text primary key,
    fetched_at timestamptz not null
);
create table item (
    feed text not null,
    key text not null,
    -- In upstream's order.
    place int not null,
    at timestamptz,
    until timestamptz,
    label text,
    json text not null,
    first_seen_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (feed, key)
);
create index item_by_time on item (feed, at desc nulls last, key);
create table server_time (
    environment text not null,
    started_at timestamptz not null,
    status text not null,
    online boolean not null,
    ended_at timestamptz,
    primary key (environment, started_at)
);
