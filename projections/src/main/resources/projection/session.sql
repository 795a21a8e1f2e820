create table session (
    id text primary key,
    account_id text not null,
    refresh_token_hash text not null unique,
    device text,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked boolean not null default false
);
create index session_of_account on session (account_id, last_used_at desc);
