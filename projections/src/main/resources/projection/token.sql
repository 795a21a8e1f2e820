create table token (
    id text primary key,
    account_id text not null,
    name text not null,
    prefix text not null,
    scopes bigint not null,
    allowed_ips text[] not null,
    disabled boolean not null default false,
    revoked_at timestamptz,
    revoke_reason text,
    created_at timestamptz not null,
    rotated_at timestamptz,
    old_secret_until timestamptz,
    expires_at timestamptz,
    expiry_warned boolean not null default false,
    check ((revoked_at is null) = (revoke_reason is null))
);
create index token_of_account on token (account_id, id);
