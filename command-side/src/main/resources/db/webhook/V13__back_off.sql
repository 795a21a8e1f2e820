-- An endpoint that fails is left alone for a while, and what waits for it is bounded.

alter table endpoint
    -- What events have queued is not sent before; null while it does well.
    add column not_before      timestamptz,
    -- Events that were not queued because too much waited, ever.
    add column dropped         bigint not null default 0,
    -- The last of them; null when there was none.
    add column last_dropped_at timestamptz;

create index endpoint_failing on endpoint (webhook_id) where failing_since is not null;

alter table delivery
    -- When its owner asked for it by hand, the last time; null for what only an event has queued.
    add column asked_at timestamptz;
