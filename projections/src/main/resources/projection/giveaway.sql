create table drawer (
    id text primary key,
    name text not null,
    description text,
    created_at timestamptz not null
);

create table code (
    id text primary key,
    drawer_id text not null,
    -- Names the text in the vault. The text itself is nowhere here.
    text_id text not null,
    status text not null default 'available' check (status in ('available', 'reserved', 'awarded')),
    giveaway_id text,
    awarded_to text,
    awarded_at timestamptz,
    created_at timestamptz not null
);
create index code_of_drawer on code (drawer_id, status);

create table giveaway (
    id text primary key,
    title text not null,
    description text,
    prize_name text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    status text not null,
    -- Nobody can enter any more, and it has yet to be drawn.
    is_closing boolean not null default false,
    drawer_id text not null,
    code_id text not null,
    entry_count int not null default 0,
    commitment text not null,
    winner_user_id text,
    winner_name text,
    winner_ticket text,
    winner_index int,
    entrants_hash text,
    seed text,
    left_out int not null default 0,
    ended_at timestamptz,
    created_at timestamptz not null
);
create index giveaway_end on giveaway (status, ends_at);
create index giveaway_start on giveaway (starts_at);

-- Number is the position of the entry's event, so entries are drawn from in its order.
create table entry (
    giveaway_id text not null,
    number bigint not null,
    site_user_id text,
    ticket text not null,
    entered_at timestamptz not null,
    is_left_out boolean not null default false,
    primary key (giveaway_id, number)
);
create index entry_of_site_user on entry (site_user_id);
