-- Listings as last seen, none of which a scrape deletes. Times are unix seconds.
create table market_listing (
    id uuid primary key,
    name text not null,
    type text,
    stack int not null,
    price bigint not null,
    price_each double precision not null,
    last_seen bigint not null,
    created_at bigint not null
) with (fillfactor = 70);

-- Distinct names, which would be a walk over all listings.
create table market_item (
    name text collate "C" primary key
);

create table interest_item (
    name text collate "C" primary key,
    added_by text,
    added_at timestamptz not null
);

-- A rebuild makes these after the rows:
create index market_listing_name on market_listing (name, created_at);
create index market_listing_created on market_listing (created_at desc);
create index market_listing_each on market_listing (price_each);
-- Tells old pages from new ones, and lets a row that is only seen again stay where it is.
create index market_listing_seen on market_listing using brin (last_seen) with (pages_per_range = 8);
