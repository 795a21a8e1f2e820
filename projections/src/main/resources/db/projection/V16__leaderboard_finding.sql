-- What is computed from the leaderboards beside their projection, and outside of their schema: a rebuild neither makes
-- nor compares it.

-- Reports. "of_state" names the rows that it was made of: the tables, the capture's version, the settings.
create table pm.leaderboard_finding (
    kind        varchar(32) primary key,
    of_state    text        not null,
    anchor      bigint,
    computed_at timestamptz not null,
    body        text        not null
);

-- Over all captures up to a version of the read model: where each of 64 players stood. Made of the tables "made_of"; "seen"
-- is the version of the read model at that time, and tells which changes since then may have taken something back.
create table pm.player_total (
    bucket int primary key,
    body   bytea not null
);
alter table pm.player_total alter column body set storage external;

create table pm.player_total_state (
    one     boolean primary key default true check (one),
    made_of oid    not null,
    version bigint not null,
    seen    bigint not null
);

-- Players who seem to have taken another name between two captures.
create table pm.player_rename (
    id             bigint generated always as identity primary key,
    from_lower     text   not null,
    to_lower       text   not null,
    from_name      text   not null,
    to_name        text   not null,
    from_anchor    bigint not null,
    to_anchor      bigint not null,
    confidence     double precision not null,
    matched_boards int    not null,
    evidence       text   not null,
    method_version int    not null,
    created_at     timestamptz not null,
    unique (from_lower, to_lower, to_anchor)
);
create index player_rename_newest on pm.player_rename (to_anchor desc, id desc);
