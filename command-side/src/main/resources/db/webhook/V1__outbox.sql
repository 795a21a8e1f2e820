-- What is to be posted to webhooks, and what became of it. No read model: nothing can rebuild it (ADR 0026).
-- body, answer and error are encrypted with the key of the account.

-- A webhook that something was ever sent to. Whoever changes its pending deliveries holds its row.
create table endpoint (
    webhook_id    text        primary key,
    account_id    text        not null,
    -- Of its pending deliveries, the earliest; null when none is.
    next_due      timestamptz,
    -- One node sends to it until then, and no other one.
    leased_until  timestamptz,
    served_at     timestamptz,
    -- Nothing got through since then; null when the last attempt did.
    failing_since timestamptz,
    failures      int         not null default 0
);

create index endpoint_due on endpoint (next_due) where next_due is not null;
create index endpoint_account on endpoint (account_id);

-- One event for one webhook. The id is that of the message, the same for all webhooks that get it.
create table delivery (
    webhook_id      text        not null,
    id              text        not null,
    account_id      text        not null,
    -- Null for a ping. An event that is handled again queues nothing.
    event_id        text,
    kind            text        not null,
    body            text        not null,
    status          text        not null check (status in ('pending', 'delivered', 'failed', 'cancelled')),
    attempts        int         not null default 0,
    -- Null unless it is pending.
    next_attempt_at timestamptz,
    give_up_at      timestamptz not null,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    primary key (webhook_id, id),
    unique (webhook_id, event_id),
    check ((status = 'pending') = (next_attempt_at is not null))
);

create index delivery_pending on delivery (webhook_id, next_attempt_at) where status = 'pending';
create index delivery_account on delivery (account_id);
create index delivery_age on delivery (created_at);

create table attempt (
    webhook_id  text        not null,
    delivery_id text        not null,
    number      int         not null,
    started_at  timestamptz not null,
    duration_ms int         not null,
    -- Null when there was no answer; error says why.
    status      int,
    answer      text,
    error       text,
    primary key (webhook_id, delivery_id, number),
    foreign key (webhook_id, delivery_id) references delivery (webhook_id, id) on delete cascade
);

-- What owners have asked for by hand; bounds how often.
create table asked (
    webhook_id text        not null,
    asked_at   timestamptz not null
);

create index asked_when on asked (webhook_id, asked_at);
