create table account (
    id text primary key,
    email text,
    display_name text,
    is_active boolean not null default true,
    is_verified boolean not null,
    is_superuser boolean not null,
    roles text[] not null default '{}',
    token_version int not null default 0,
    email_bounced boolean not null default false,
    github_linked boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    last_login_at timestamptz
);
-- A rebuild makes these after the rows:
create index account_created on account (created_at, id);
