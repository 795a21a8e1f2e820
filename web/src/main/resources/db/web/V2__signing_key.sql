-- Key pairs that sign session tokens; each is encrypted with a key derived from SECRET_KEY.
create schema if not exists web;

create table web.signing_key (
    kid            text        primary key,
    encrypted_pair bytea       not null,
    created_at     timestamptz not null
);
