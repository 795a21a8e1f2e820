-- Challenges for passkeys while Redis is away. Rows go when they are taken or over.
create table web.passkey_challenge (
    hash    text        primary key,
    meaning text        not null,
    ends_at timestamptz not null
);

comment on column web.passkey_challenge.hash is 'SHA-256 of the challenge';
comment on column web.passkey_challenge.meaning is 'what it was made for, and for whom';
