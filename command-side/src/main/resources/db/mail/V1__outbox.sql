-- Mail that is to be sent, and what became of it (platform.md 18.2). No read model: nothing can rebuild it.
-- recipient, text, html and last_error are encrypted with the key of the account, or of the operator where there is none.
create table message (
    id              text        primary key,
    -- One event, one message: an event that is handled again queues nothing.
    event_id        text        unique,
    -- How far the account's read model must be to tell where this goes.
    position        bigint      not null,
    account_id      text,
    kind            text        not null,
    -- Null: the account's address at the time of sending.
    recipient       text,
    subject         text        not null,
    -- Null once it is sent: links in it are credentials.
    text            text,
    html            text,
    status          text        not null check (status in ('pending', 'sending', 'sent', 'bounced', 'failed')),
    attempts        int         not null default 0,
    last_error      text,
    next_attempt_at timestamptz not null,
    claimed_at      timestamptz,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    check (account_id is not null or recipient is not null)
);

create index message_due on message (next_attempt_at) where status in ('pending', 'sending');
create index message_account on message (account_id);

-- Accounts whose address refused mail for good.
create table bounced (
    account_id text        primary key,
    bounced_at timestamptz not null
);
