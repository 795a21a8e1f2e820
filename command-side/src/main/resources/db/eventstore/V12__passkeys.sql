-- The keys of passkeys: here for the same reasons as second factors. What a credential is and what it attested, its
-- public key among it, are encrypted with its account's key: they tell accounts of one person apart from others.
create table es.passkey (
    id              text        primary key,
    account_id      text        not null,
    credential_hash text        not null unique,
    credential      text        not null,
    attestation     text        not null,
    transports      text[]      not null,
    sign_count      bigint      not null,
    created_at      timestamptz not null
);
create index passkey_of_account on es.passkey (account_id);

comment on column es.passkey.credential_hash is 'SHA-256 of the credential''s id; its claim is what counts';

-- An account with passkeys and without an authenticator has no secret, but guesses of its recovery codes count too.
alter table es.second_factor alter column secret drop not null;

-- Until now every second factor was an authenticator.
insert into es.claim (kind, value, owner, position)
select 'authenticator', value, owner, position from es.claim where kind = 'second_factor';
