-- The texts of prize codes: no event holds them, so they are part of the truth and are backed up with it. Each is encrypted
-- with a key of its drawer.
create table es.prize_text (
    text_id   text        primary key,
    drawer_id text        not null,
    code_id   text        not null,
    sealed    text        not null,
    stored_at timestamptz not null
);
