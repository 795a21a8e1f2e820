-- The weeks of delves that were asked for after they were over: each is, once.
create table es.past_delve_week (
    week     bigint      primary key,
    asked_at timestamptz not null
);
