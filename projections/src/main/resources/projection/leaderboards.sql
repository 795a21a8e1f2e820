-- One row per board and capture, one per 64 players and capture (ADR 0006). The bodies are packed already.
create table state (
    one boolean primary key default true check (one),
    version bigint not null,
    next_player int not null
);
insert into state (version, next_player) values (0, 1);

-- Captures that were filed again (by their old version), and resets (0), by the version of the change: what was made of
-- the captures up to a version stands as long as none of those was taken back.
create table taken_back (
    at bigint primary key,
    version bigint not null
);

create table capture (
    anchor bigint primary key,
    sha256 text not null,
    boards int not null,
    entries int not null,
    version bigint not null,
    backfill boolean not null,
    ingested_at timestamptz not null
);
create index capture_version on capture (version);

create table board (
    uuid int primary key,
    name_id text not null,
    name text not null,
    category_id text not null,
    category text not null,
    reset_kind_override text
);

create table board_contest (
    board_uuid int not null,
    anchor bigint not null,
    type text not null,
    primary key (board_uuid, anchor)
);

-- The projector is the only writer and keeps names apart; a hash index takes names of any length.
create table player (
    id int primary key,
    name text not null,
    name_lower text not null
);
create index player_name_lower on player using hash (name_lower);
-- Finds names by how they begin. In byte order, as ranges of prefixes need; of a length that an ordered index takes.
create index player_prefix on player (left(name_lower, 40) collate "C");

create table board_capture (
    board_uuid int not null,
    anchor bigint not null,
    entries int not null,
    version bigint not null,
    body bytea not null,
    primary key (board_uuid, anchor)
);
alter table board_capture alter column body set storage external;
create index board_capture_anchor on board_capture (anchor);

-- "present" lets a history skip captures without the player in the index alone.
create table player_capture (
    bucket int not null,
    anchor bigint not null,
    present bigint not null,
    body bytea not null,
    primary key (bucket, anchor) include (present)
);
alter table player_capture alter column body set storage external;
