-- The only truth. Positions are assigned by the appender under an advisory lock: no sequence, so no gap.
create table event (
    global_index         bigint      not null constraint event_pkey primary key,
    event_identifier     text        not null constraint event_identifier_key unique,
    aggregate_identifier text        not null,
    sequence_number      bigint      not null,
    type                 text        not null,
    time_stamp           timestamptz not null,
    payload_type         text        not null,
    payload_revision     text        not null,
    payload              bytea       not null,
    meta_data            bytea       not null,
    -- SHA-256 of the previous event's chain and of every column of this one.
    chain                bytea       not null check (length(chain) = 32),
    constraint event_aggregate_sequence_key unique (aggregate_identifier, sequence_number)
);

create table snapshot (
    event_identifier     text        not null constraint snapshot_identifier_key unique,
    aggregate_identifier text        not null,
    sequence_number      bigint      not null,
    type                 text        not null,
    time_stamp           timestamptz not null,
    payload_type         text        not null,
    payload_revision     text        not null,
    payload              bytea       not null,
    meta_data            bytea       not null,
    primary key (aggregate_identifier, sequence_number)
);

create table claim (
    kind     text   not null,
    value    text   not null,
    owner    text   not null,
    position bigint not null,
    primary key (kind, value)
);

-- A destroyed key keeps its row, so that it is never made again.
create table subject_key (
    subject      text        primary key,
    wrapped_key  bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped_key is null) = (destroyed_at is not null))
);

create table seal (
    position  bigint      primary key,
    chain     bytea       not null,
    sealed_at timestamptz not null,
    mac       bytea       not null
);
