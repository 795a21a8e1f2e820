-- Second factors. Not events, because a secret belongs in no log; but here, because nothing can make them again and a
-- backup must hold them. The secret is encrypted with its account's key.
create table es.second_factor (
    account_id   text        primary key,
    secret       text        not null,
    last_step    bigint      not null default 0,
    failures     integer     not null default 0,
    locked_until timestamptz,
    created_at   timestamptz not null
);

comment on column es.second_factor.last_step is 'the time step of the last accepted code: it and older ones are refused';

-- SHA-256 of the recovery codes that have not been used.
create table es.recovery_code (
    account_id text not null,
    hash       text not null,
    primary key (account_id, hash)
);
