-- Windows between neighbouring captures. Times are unix seconds.
create table state (
    one boolean primary key default true check (one),
    version bigint not null,
    next_player int not null
);
insert into state (version, next_player) values (0, 0);

create table capture (
    anchor bigint primary key,
    sha256 text not null,
    computed_at bigint not null
);

create table board (
    uuid int primary key,
    name text not null,
    category text not null
);

-- Numbers for the sets below, given in the order of first appearance.
create table player (
    id int primary key,
    name_lower text not null
);
create index player_name_lower on player using hash (name_lower);

create table activity_estimate (
    window_end bigint primary key,
    window_start bigint not null,
    duration_hours double precision not null,
    estimate int not null,
    boards int[] not null,
    board_active int[] not null,
    computed_at bigint not null
);

-- Who was active in a window of the last eight days, as a roaring bitmap of player ids.
create table activity_active (
    window_end bigint primary key,
    players bytea not null
);
alter table activity_active alter column players set storage external;

-- By class index; null for a class that could not be measured.
create table class_activity_estimate (
    window_end bigint primary key,
    window_start bigint not null,
    duration_hours double precision not null,
    estimates int[] not null,
    estimates_clean int[] not null,
    computed_at bigint not null
);

-- The players of each class in the newest capture. power_rank is null without that board, added without a measurable
-- capture before; a null in added is a newcomer.
create table class_roster (
    class_index int primary key,
    effort double precision[] not null,
    power_rank double precision[],
    added double precision[]
);
alter table class_roster alter column effort set storage external;
alter table class_roster alter column power_rank set storage external;
alter table class_roster alter column added set storage external;
