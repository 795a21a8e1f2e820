create table entry (
    account text   primary key,
    total   bigint not null,
    events  int    not null,
    check (total < 1000000)
);
create table booking (event_id text primary key, account text not null, amount bigint not null);
-- A rebuild makes these after the rows:
create index booking_account on booking (account);
