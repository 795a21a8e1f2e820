-- What bots and administrators file of the game. Times and anchors are unix seconds.
create table chaos_chest (
    week_anchor bigint primary key,
    name text not null,
    captured_at bigint not null
);

-- Each time that others said something else.
create table chaos_relay (
    fetched_at bigint primary key,
    name text not null,
    identifier text,
    blueprint text,
    starts_at bigint,
    ends_at bigint
);

create table challenge (
    window_anchor bigint primary key,
    ends_at bigint not null,
    friday boolean not null,
    name text not null,
    captured_at bigint not null
);

create table luxion_run (
    day_anchor bigint primary key,
    first_seen_at bigint not null,
    last_seen_at bigint not null
);

-- Lists of weeks do not read the packed depths.
create table delve_week (
    week bigint primary key,
    total bigint not null,
    count int not null check (count > 0),
    fetched_at bigint not null,
    packed text not null
);

-- In the order of their places.
create table supporter (
    name text primary key,
    place bigint not null unique,
    added_by text,
    created_at bigint not null
);
