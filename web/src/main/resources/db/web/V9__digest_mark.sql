-- When a digest was made last, so that a restart or another node makes none too soon.
create table digest_mark (
    id text primary key,
    at timestamptz not null
);
