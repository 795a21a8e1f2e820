-- Of what the first request asked for; another one under its key is told so.
alter table idempotency add column fingerprint bytea;

comment on column idempotency.fingerprint is 'SHA-256 of the query, then of the body unless that is not compared';
