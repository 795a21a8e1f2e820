-- How far each processor is. Token as JSON text, so that an operator can read it.
create table pm.token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          text,
    token_type     varchar(255),
    claimed_at     varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);

-- Events that a projector could not apply, in the order of their sequence.
create table pm.dead_letter (
    dead_letter_id       varchar(255) primary key,
    processing_group     varchar(255) not null,
    sequence_identifier  varchar(255) not null,
    sequence_index       bigint       not null,
    message_type         varchar(255) not null,
    event_identifier     varchar(255) not null,
    time_stamp           varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea,
    aggregate_type       varchar(255),
    aggregate_identifier varchar(255),
    sequence_number      bigint,
    token_type           varchar(255),
    token                bytea,
    enqueued_at          varchar(255) not null,
    last_touched         varchar(255),
    processing_started   varchar(255),
    cause_type           varchar(255),
    cause_message        varchar(1023),
    diagnostics          bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);

create table pm.projection (
    name              text primary key,
    state             text        not null default 'running' check (state in ('running', 'paused')),
    -- Of the definition that the live version was built from; another hash asks for a rebuild.
    definition_hash   text        not null,
    -- Every node keeps the live processor stopped while somebody works on its rows.
    held              boolean     not null default false,
    -- A swap has committed; its Mongo renames and the drop of the replaced version may be outstanding.
    swapped           boolean     not null default false,
    rebuild_requested boolean     not null default false,
    -- The running or last rebuild, as the admin shows it.
    rebuild           jsonb,
    created_at        timestamptz not null default now()
);
