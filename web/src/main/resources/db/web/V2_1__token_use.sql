-- How often and when tokens were used. Not a read model: uses are counted, not stored as events.
create table web.token_use (
    token_id      text        primary key,
    request_count bigint      not null,
    last_used_at  timestamptz not null
);
