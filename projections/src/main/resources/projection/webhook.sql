create table webhook (
    id text primary key,
    account_id text not null,
    name text not null,
    url text not null,
    events text[] not null,
    disabled_cause text,
    disabled_at timestamptz,
    secret_version int not null default 1,
    old_secret_until timestamptz,
    created_at timestamptz not null,
    -- Position since which it is enabled: what was before is not told, however late it is looked at.
    enabled_since bigint not null,
    check ((disabled_cause is null) = (disabled_at is null))
);
create index webhook_of_account on webhook (account_id, id);
