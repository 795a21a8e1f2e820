create table history (
    position bigint primary key,
    event_id text not null,
    context text not null,
    type text not null,
    revision text not null,
    entity text not null,
    actor_kind text,
    actor_id text,
    request_id text,
    correlation_id text,
    causation_id text,
    at timestamptz not null,
    -- Whom the event names, and a keyed hash of where it came from.
    account_id text,
    ip_fingerprint text
);
-- A rebuild makes these after the rows:
create unique index history_event on history (event_id);
create index history_context on history (context, position desc);
create index history_type on history (type, position desc);
create index history_entity on history (entity, position desc);
create index history_actor on history (actor_id, position desc);
create index history_correlation on history (correlation_id, position);
create index history_account on history (account_id, position desc) where account_id is not null;
create index history_ip on history (ip_fingerprint, position desc) where ip_fingerprint is not null;
create index history_at on history using brin (at);
