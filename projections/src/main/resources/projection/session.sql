create table session (
    id text primary key,
    account_id text not null,
    device text,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked boolean not null default false
);
create index session_of_account on session (account_id, last_used_at desc);

-- Every refresh token of a session, so that all of them can be forgotten with it.
create table refresh_token (
    hash text primary key,
    session_id text not null
);
create index refresh_token_of_session on refresh_token (session_id);

-- What the owner of an account should know of. The kind is the slug that the API shows.
create table incident (
    position bigint primary key,
    account_id text not null,
    kind text not null,
    session_id text,
    device text,
    at timestamptz not null
);
create index incident_of_account on incident (account_id, position desc);

-- An account's passkeys. Their keys are no part of a read model.
create table passkey (
    id text primary key,
    account_id text not null,
    name text,
    synced boolean not null,
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index passkey_of_account on passkey (account_id, id);

-- A rebuild makes these after the rows:
create index session_expiry on session (expires_at);
