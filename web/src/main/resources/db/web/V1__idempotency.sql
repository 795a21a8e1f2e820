-- One row per write that was sent with an Idempotency-Key; platform.md 1.13.
create table idempotency (
    identity     text primary key,
    claim        uuid        not null,
    expires_at   timestamptz not null,
    status       integer,
    content_type text,
    body         bytea
);

comment on column idempotency.claim is 'the attempt that holds the row; a late one must not overwrite its successor';
comment on column idempotency.status is 'null while the first attempt is running';
comment on column idempotency.body is 'AES-256-GCM; null when there was none or it was too large to keep';

create index idempotency_expiry on idempotency (expires_at);
