-- How each relay fares, and what its upstream has named the last answer by.
create table es.relay (
    name          text        primary key,
    attempted_at  timestamptz not null,
    fetched_at    timestamptz,
    changed_at    timestamptz,
    failures      integer     not null default 0,
    error         text,
    etag          text,
    last_modified text
);

-- What the last probe of the game's servers found; one row, so that every node tells the same.
create table es.server_status (
    only_one   boolean     primary key default true check (only_one),
    checked_at timestamptz not null,
    snapshot   text        not null
);
