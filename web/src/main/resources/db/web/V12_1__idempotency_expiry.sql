-- Rows come in the order in which they expire, so a range of blocks says enough to the purge, and costs a write nothing.
drop index idempotency_expiry;
create index idempotency_expiry on idempotency using brin (expires_at) with (pages_per_range = 32, autosummarize = on);
