create table site_user (
    id text primary key,
    username text,
    display_name text,
    discord_id text,
    discord_handle text,
    discord_avatar text,
    is_active boolean not null default true,
    trove_name text,
    trove_display text,
    claimed_at timestamptz,
    claim_verified_at timestamptz,
    claim_boards int not null default 0,
    -- The best scores of the player then, board by board, null without a claim.
    baseline_boards int[],
    baseline_scores double precision[],
    created_at timestamptz not null,
    last_login_at timestamptz
);

-- Every handle that anybody has or had. It leads to whoever took it last.
create table handle (
    handle text primary key,
    site_user_id text not null
);
create index handle_of_site_user on handle (site_user_id);

create table session (
    id text primary key,
    site_user_id text not null,
    device text,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked boolean not null default false
);
create index session_of_site_user on session (site_user_id, last_used_at desc);

-- Every refresh token of a session, so that all of them can be forgotten with it.
create table refresh_token (
    hash text primary key,
    session_id text not null
);
create index refresh_token_of_session on refresh_token (session_id);

-- What a site user should know of. The kind is the slug that the API shows.
create table incident (
    position bigint primary key,
    site_user_id text not null,
    kind text not null,
    session_id text,
    at timestamptz not null
);
create index incident_of_site_user on incident (site_user_id, position desc);

-- A rebuild makes these after the rows:
create index session_expiry on session (expires_at);
create index site_user_trove_name on site_user (trove_name) where trove_name is not null;
create index site_user_claim on site_user (claimed_at, id) where trove_name is not null;
