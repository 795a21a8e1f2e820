-- One row. The schema is in no backup: after a restore nobody knows what was used before.
create table web.token_use_counted_since (at timestamptz not null);
insert into web.token_use_counted_since values (now());
